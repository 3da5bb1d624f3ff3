#pragma once

#include "core/report/statusmark.h"
#include "core/workspace/checklist.h"

namespace plimsoll {

/// The mark people see for where an item stands.
inline StatusMark markOf(Standing standing)
{
    switch (standing) {
    case Standing::Met:
        return StatusMark::Met;
    case Standing::PartlyMet:
        return StatusMark::PartlyMet;
    case Standing::NotMet:
        return StatusMark::NotMet;
    case Standing::NotApplicable:
        return StatusMark::NotApplicable;
    case Standing::NotAnswered:
        return StatusMark::NotAnswered;
    case Standing::Waiting:
        return StatusMark::Waiting;
    case Standing::ReliedUpon:
        break;
    }
    return StatusMark::ReliedUpon;
}

/// The mark of an answer.
inline StatusMark markOf(Answer answer)
{
    switch (answer) {
    case Answer::Met:
        return StatusMark::Met;
    case Answer::PartlyMet:
        return StatusMark::PartlyMet;
    case Answer::NotMet:
        return StatusMark::NotMet;
    case Answer::NotApplicable:
        return StatusMark::NotApplicable;
    case Answer::NotAnswered:
        break;
    }
    return StatusMark::NotAnswered;
}

/// The answer a mark stands for; nothing for waiting and relied upon, which nobody answers.
inline std::optional<Answer> answerOf(StatusMark mark)
{
    switch (mark) {
    case StatusMark::Met:
        return Answer::Met;
    case StatusMark::PartlyMet:
        return Answer::PartlyMet;
    case StatusMark::NotMet:
        return Answer::NotMet;
    case StatusMark::NotApplicable:
        return Answer::NotApplicable;
    case StatusMark::NotAnswered:
        return Answer::NotAnswered;
    case StatusMark::Waiting:
    case StatusMark::ReliedUpon:
        break;
    }
    return std::nullopt;
}

}
