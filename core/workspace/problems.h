#pragma once

#include "core/workspace/checklist.h"

namespace plimsoll {

/// What keeps an answer from standing up to an auditor.
struct Problem
{
    enum class Kind {
        RationaleMissing,    ///< partly, not met, not applicable, or a should not followed, without a reason
        ApproverMissing,     ///< not applicable without the person who approved it
        ReviewMissing,       ///< not applicable without a day of review
        EvidenceMissing,     ///< met or partly met, and nothing shows it
        OnlyDrafts,          ///< met on drafts alone: counted as partly met
        EvidenceLapsed,      ///< valid until a day that has passed
        PeriodUncovered,     ///< a part of the assessment's period that no evidence covers
        Overdue,             ///< due on a day that has passed, and not met
        InheritedToConfirm,  ///< carried over from the assessment before, not reconfirmed
        NothingHeld,         ///< relied upon, and nothing is held from the party
        OverrideUnexplained, ///< answered otherwise than the common answer, without a reason
    };

    int ordinal = 0; ///< of the item
    Kind kind = Kind::RationaleMissing;
    QString statement; ///< a whole sentence

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// All problems of the checklist on that day, in the order of the items.
QList<Problem> problemsOf(const Checklist &checklist, QDate today);

/// The days from..to that none of the periods covers, in order. Periods without a beginning or end reach as
/// far as they are open.
QList<std::pair<QDate, QDate>> uncovered(QDate from, QDate to, const QList<Evidence> &evidence);

}
