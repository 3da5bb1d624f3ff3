#include "core/report/applicabilitywords.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ApplicabilityStatement)
};

}

QString applicabilityWord(const ReportItem &item)
{
    switch (item.applicability) {
    case ReportApplicability::Applies:
        return Text::tr("Applies");
    case ReportApplicability::ConditionNotMet:
        return Text::tr("Does not apply");
    case ReportApplicability::Waits:
        return item.waitsFor.isEmpty() ? Text::tr("Waits") : Text::tr("Waits: %1").arg(item.waitsFor);
    case ReportApplicability::BorneElsewhere:
        return Text::tr("Borne elsewhere");
    }
    Q_UNREACHABLE();
}

QStringList applicabilityReasons(const ReportItem &item)
{
    QStringList reasons{item.applicabilityReason, item.approval, item.notCounted};
    reasons.removeAll(QString());
    return reasons;
}

}
