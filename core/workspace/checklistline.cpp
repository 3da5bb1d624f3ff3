#include "core/workspace/checklist.h"

namespace plimsoll {

const Response *ChecklistLine::response() const
{
    if (own && (own->answer != Answer::NotAnswered || !common))
        return &*own;
    return common ? &*common : nullptr;
}

bool ChecklistLine::isInherited() const
{
    return common && response() == &*common;
}

bool ChecklistLine::countsInherited() const
{
    return isInherited() && applicability.state == Applicability::State::Applies;
}

bool ChecklistLine::restsOnDrafts() const
{
    const auto *answer = response();
    return answer && answer->answer == Answer::Met && counted != Answer::Met;
}

bool ChecklistLine::awaitsApproval() const
{
    const auto *answer = response();
    return answer && answer->answer == Answer::NotApplicable && counted != Answer::NotApplicable;
}

bool ChecklistLine::isCarried() const
{
    const auto *answer = response();
    switch (applicability.state) {
    case Applicability::State::Applies:
        return answer && answer->carried && answer->answer != Answer::NotAnswered;
    case Applicability::State::ConditionNotMet:
        return applicability.isDecided && decision && decision->carried;
    case Applicability::State::BorneByAnotherParty:
        return reliance && reliance->carried;
    case Applicability::State::WaitsForEvent:
        break;
    }
    return false;
}

bool ChecklistLine::hasOpenDecision() const
{
    const bool isOutByCondition =
        applicability.state == Applicability::State::ConditionNotMet && applicability.fact >= 0;
    return decision && !counts(*decision) && !isOutByCondition;
}

}
