#include "core/assessment/rollup.h"

#include <array>

namespace plimsoll {

namespace {

using Count = int AnswerCounts::*;

/// From the one that dominates to the one that is dominated. What is due comes before what is not.
constexpr std::array dominance{
    &AnswerCounts::notMet,  &AnswerCounts::partlyMet,  &AnswerCounts::notAnswered,  &AnswerCounts::met,
    &AnswerCounts::waiting, &AnswerCounts::reliedUpon, &AnswerCounts::notApplicable};

constexpr size_t weakest = dominance.size() - 1;

Count countFor(Applicability::State state, Answer answer)
{
    switch (state) {
    case Applicability::State::ConditionNotMet:
        return &AnswerCounts::notApplicable;
    case Applicability::State::WaitsForEvent:
        return &AnswerCounts::waiting;
    case Applicability::State::BorneByAnotherParty:
        return &AnswerCounts::reliedUpon;
    case Applicability::State::Applies:
        break;
    }
    switch (answer) {
    case Answer::NotAnswered:
        return &AnswerCounts::notAnswered;
    case Answer::Met:
        return &AnswerCounts::met;
    case Answer::PartlyMet:
        return &AnswerCounts::partlyMet;
    case Answer::NotMet:
        return &AnswerCounts::notMet;
    case Answer::NotApplicable:
        break;
    }
    return &AnswerCounts::notApplicable;
}

/// Of a failure that dominates what is missing, where the missing counts; null for the rest.
Count inPartOf(Count count)
{
    if (count == &AnswerCounts::partlyMet)
        return &AnswerCounts::partlyMetInPart;
    return count == &AnswerCounts::notMet ? &AnswerCounts::notMetInPart : nullptr;
}

/// What a provision made of parts counts as.
struct Outcome
{
    size_t worst = weakest;   ///< rank of what dominates
    bool lacksAnswer = false; ///< a part that is due is not answered
};

void addTo(AnswerCounts &counts, const Outcome &outcome)
{
    const Count count = dominance[outcome.worst];
    ++(counts.*count);
    if (const Count inPart = outcome.lacksAnswer ? inPartOf(count) : nullptr)
        ++(counts.*inPart);
}

size_t rankOf(Count count)
{
    size_t rank = 0;
    while (dominance[rank] != count)
        ++rank;
    return rank;
}

}

RollUp rollUp(const Catalogue &catalogue, std::span<const Applicability> applicability,
              std::span<const Answer> answers)
{
    RollUp result;
    result.phases.resize(catalogue.phases().size());
    result.principles.resize(catalogue.principles().size());

    const std::vector<Item> &items = catalogue.items();
    for (size_t i = 0; i < items.size();) {
        const Item &first = items[i];
        const Provision &provision = catalogue.provisionOf(first);
        const std::array groups{&result.whole, &result.phases[size_t(first.phase)],
                                &result.principles[size_t(first.principle)]};
        Outcome outcome;
        for (; i < items.size() && items[i].provision == first.provision; ++i) {
            const Count count = countFor(applicability[i].state, answers[i]);
            if (items[i].carriesProvisionVerb) {
                outcome.worst = std::min(outcome.worst, rankOf(count));
                outcome.lacksAnswer = outcome.lacksAnswer || count == &AnswerCounts::notAnswered;
                continue;
            }
            for (Tally *group : groups)
                ++(group->shouldParts.*count);
        }
        for (Tally *group : groups) {
            AnswerCounts &counts = provision.verb == Verb::Shall ? group->shall : group->should;
            addTo(counts, outcome);
            if (provision.isMinimum)
                addTo(group->minimum, outcome);
        }
    }
    return result;
}

}
