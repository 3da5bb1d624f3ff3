#pragma once

#include "core/assessment/countsbyverb.h"
#include "core/evidence/filechecks.h"
#include "core/workspace/checklist.h"

namespace plimsoll {

/// What keeps an answer from standing up to an auditor.
struct Problem
{
    enum class Kind {
        RationaleMissing,    ///< partly, not met, not applicable, or a should not followed, without a reason
        ApproverMissing,     ///< not applicable, and nobody has approved that
        ReviewMissing,       ///< not applicable without a day of review
        ReviewPassed,        ///< not applicable, and the day of review has passed
        EvidenceMissing,     ///< met or partly met, and nothing shows it
        FileMissing,         ///< a stored file of its evidence is not there
        FileChanged,         ///< a stored file of its evidence is not what was stored
        FileUnreadable,      ///< a stored file of its evidence cannot be read
        ApprovalIncomplete,  ///< a document called approved, and not said by whom or when
        ApprovalToCome,      ///< a document called approved on a day to come: a draft until then
        OnlyDrafts,          ///< met on drafts alone: counted as partly met
        EvidenceLapsed,      ///< valid until a day that has passed
        PeriodUncovered,     ///< a part of the assessment's period, as far as it has passed, that no evidence
                             ///< covers, or drafts alone
        Overdue,             ///< due on a day that has passed, and not met
        InheritedToConfirm,  ///< carried over from the assessment before, not reconfirmed
        NothingHeld,         ///< relied upon, and nothing is held from the party
        CommonAnswersDiffer, ///< several platforms answer the item, and not alike
        OverrideUnexplained, ///< answered otherwise than the common answer, without a reason
        RolesContradict,     ///< it depends on a fact that a person answered otherwise than the roles say
    };

    int ordinal = 0; ///< of the item
    Kind kind = Kind::RationaleMissing;
    QString statement; ///< what is wrong, a whole sentence that anybody may read
    QString wayOut;    ///< what whoever keeps the record does about it; empty when that goes without saying
    QString beside;    ///< the statement where the item is named beside it

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// The statement with its way out, for whoever keeps the record. A report speaks to others: it says the
/// statement alone.
QString inWords(const Problem &problem);

/// All problems of the checklist on that day, in the order of the items.
QList<Problem> problemsOf(const Checklist &checklist, QDate today);

/// Stored files that a check has found to be something else than what was stored, in the order of the items:
/// what they showed is shown no more.
QList<Problem> fileProblemsOf(const Checklist &checklist, const FileChecks &checks);

/// Both, in the order of the items.
QList<Problem> problemsOf(const Checklist &checklist, QDate today, const FileChecks &checks);
/// How many provisions have such a problem; with `phase`, an index of Catalogue::phases(), of its own.
CountsByVerb provisionsWith(Problem::Kind kind, const QList<Problem> &problems, const Catalogue &catalogue,
                            std::optional<int> phase = std::nullopt);
/// How many items have days without evidence once the assessment is closed on that day: of a period whose end
/// nobody has set that is the day of the closing.
int itemsUncoveredOnceClosed(Checklist checklist, QDate today);
/// The stored files that show something in the checklist, each once.
std::vector<Fingerprint> filesOf(const Checklist &checklist);

/// What is missing on that day of the approval of a document called approved; empty when nothing is. See
/// stateOn().
QString missingApproval(const Evidence &evidence, QDate today);
/// What to do about that; empty when nothing is missing.
QString adviceOnApproval(const Evidence &evidence, QDate today);
/// Of what was approved until it was described otherwise, see approvedStill().
QString endedApprovalInWords(const Evidence &approved);
/// What is wrong with the stored file of that title; empty for one that is unchanged.
QString damageInWords(const QString &title, Integrity integrity);
/// What to do about that; empty for one that is unchanged.
QString adviceOnDamage(Integrity integrity);

}
