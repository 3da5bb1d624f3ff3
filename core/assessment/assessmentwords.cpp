#include "core/assessment/assessmentwords.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Assessment)
};

}

QString inWords(AssessmentPurpose purpose)
{
    switch (purpose) {
    case AssessmentPurpose::SelfAssessment:
        return Text::tr("Self-assessment");
    case AssessmentPurpose::InternalAudit:
        return Text::tr("Internal audit");
    case AssessmentPurpose::ExternalAudit:
        break;
    }
    return Text::tr("External audit");
}

QString inWords(const Assessment &assessment)
{
    const QString kind = inWords(assessment.purpose);
    const QString begun = assessment.startedOn.toString(Qt::ISODate);
    return assessment.closedOn ? Text::tr("%1, begun on %2, closed on %3")
                                     .arg(kind, begun, assessment.closedOn->toString(Qt::ISODate))
                               : Text::tr("%1, begun on %2, still open").arg(kind, begun);
}

}
