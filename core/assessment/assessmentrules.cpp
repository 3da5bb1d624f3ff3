#include "core/assessment/assessmentrules.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/closing.h"
#include "core/assessment/inheritance.h"
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

bool closesAnAssessment(const Edit &edit)
{
    const auto *closed = edit.table == Described<Assessment>::table ? edit.field("closed_on"_L1) : nullptr;
    return closed && !closed->after.isNeutral();
}

Done removedPlatformsAnswerNobody(const ChangeSet &changeSet, const Connection &connection)
{
    for (const Edit &edit : changeSet.edits) {
        const auto *takenOver =
            edit.table == Described<Inheritance>::table && edit.kind == Edit::Kind::Created
                ? edit.field("platform"_L1)
                : nullptr;
        const auto *removal =
            edit.table == Described<Platform>::table ? edit.field("removed_at"_L1) : nullptr;
        const bool removes = removal && removal->after.text() && !removal->after.text()->isEmpty();
        if (!removes && (!takenOver || !takenOver->after.text()))
            continue;
        const QString platform = removes ? edit.id : *takenOver->after.text();
        const auto found = connection.single(
            removes ? u"SELECT COUNT(*) FROM inheritance WHERE platform = ?"_s
                    : u"SELECT COUNT(*) FROM platform WHERE id = ? AND removed_at IS NOT NULL"_s,
            {platform});
        if (!found)
            return tl::unexpected(found.error());
        if (found->toInt() > 0)
            return refuse(ErrorCode::Conflict,
                          removes ? Text::tr("A system takes over what this platform answers. Let it answer "
                                             "for itself first, then remove the platform.")
                                  : Text::tr("This platform was removed, so nothing of it can be taken over. "
                                             "Choose another one."));
    }
    return {};
}

}
