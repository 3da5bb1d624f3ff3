#include "core/assessment/assessmentrules.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/closing.h"
#include "core/assessment/reliance.h"
#include "core/assessment/response.h"
#include "core/evidence/evidenceuse.h"
#include "core/storage/repository.h"

#include <QCoreApplication>
#include <QSet>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AssessmentRules)
};

bool belongsToAnAssessment(QLatin1StringView table)
{
    return table == Described<Response>::table || table == Described<ApplicabilityDecision>::table ||
           table == Described<Closing>::table || table == Described<Reliance>::table ||
           table == Described<EvidenceUse>::table;
}

/// The assessments an edit touches: the one its row belongs to now, and the one it would belong to.
Done collect(const Edit &edit, const Connection &connection, QSet<QString> &touched)
{
    if (edit.table == Described<Assessment>::table) {
        if (edit.kind != Edit::Kind::Created)
            touched.insert(edit.id);
        return {};
    }
    if (!belongsToAnAssessment(edit.table))
        return {};
    if (const auto *named = edit.field("assessment"_L1)) {
        for (const auto *text : {named->before.text(), named->after.text()}) {
            if (text && !text->isEmpty())
                touched.insert(*text);
        }
        return {};
    }
    const auto held =
        connection.single(u"SELECT assessment FROM %1 WHERE id = ?"_s.arg(edit.table), {edit.id});
    if (!held)
        return tl::unexpected(held.error());
    touched.insert(held->toString());
    return {};
}

}

Done closedAssessmentsStayAsTheyAre(const ChangeSet &changeSet, const Connection &connection)
{
    QSet<QString> touched;
    for (const auto &edit : changeSet.edits) {
        if (auto collected = collect(edit, connection, touched); !collected)
            return collected;
    }
    const Repository<Assessment> assessments(connection);
    for (const QString &id : std::as_const(touched)) {
        const auto assessment = assessments.find(Id<Assessment>::fromText(id));
        if (!assessment)
            return tl::unexpected(assessment.error());
        if (*assessment && (*assessment)->closedOn)
            return refuse(
                ErrorCode::Denied,
                Text::tr("The assessment was closed on %1, so its answers stay as they are. Start the next "
                         "assessment: it takes them over.")
                    .arg((*assessment)->closedOn->toString(Qt::ISODate)));
    }
    return {};
}

}
