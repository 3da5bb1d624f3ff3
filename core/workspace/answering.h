#pragma once

#include "core/assessment/response.h"
#include "core/evidence/evidence.h"
#include "core/record/changeset.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// What is to be changed in the answers of some items; what is left out stays.
struct AnswerChange
{
    std::optional<Answer> answer = {};
    std::optional<QString> rationale = {};
    /// What the person began with. When somebody else has written another one meanwhile, the change is
    /// refused as a conflict.
    std::optional<QString> rationaleBefore = {};
    std::optional<std::optional<Id<Person>>> owner = {};
    std::optional<std::optional<QDate>> due = {};
    std::optional<std::optional<Id<Person>>> approver = {};
    std::optional<std::optional<QDate>> reviewOn = {};
    std::optional<QString> overrideReason = {};
    QList<Id<Evidence>> evidence = {}; ///< to be attached besides what is attached already

    friend bool operator==(const AnswerChange &, const AnswerChange &) = default;
};

/// One item of one assessment.
struct ItemOfAssessment
{
    Id<Assessment> assessment;
    QString item;

    friend bool operator==(const ItemOfAssessment &, const ItemOfAssessment &) = default;
};

/// An item that answers nothing for itself: a common answer counts, and what is said beside that one.
struct InheritingItem
{
    QString item;
    Answer common = Answer::NotAnswered;
    QString source; ///< the name of the platform
};

/// A change planned for several items, with what it would overwrite: the responses that say something else
/// now, common answers that are inherited so far among them.
struct PlannedAnswers
{
    ChangeSet changeSet;
    QList<Response> overwritten;
    int answeredFirst = 0;         ///< items that nothing was answered of so far
    int attached = 0;              ///< uses of evidence that are new
    QList<InheritingItem> leftOut; ///< of which nothing is set beside the answer
};

/// Sets the same in one or many items, in one change set with a name. Only an answer that is said, be it the
/// same again, reconfirms a carried one: who sets an owner or a due date, words a rationale anew or attaches
/// evidence has not said that the answer still holds. An answer against a common one is refused without a
/// reason, which the reason for the answer before it is not; where nothing is inherited the reason is left
/// out. Where an answer is inherited, so is what stands beside it: a rationale, owner or day set without an
/// answer would count nowhere, so it is refused of one item and left out of several. Rationales and reasons
/// lose the blanks around them.
Result<PlannedAnswers> planAnswers(const Connection &connection, const QList<ItemOfAssessment> &items,
                                   const AnswerChange &change);

/// Which items are left out, why, and what to do instead, in whole sentences; empty where none is.
QString leftOutInWords(const QList<InheritingItem> &leftOut);

}
