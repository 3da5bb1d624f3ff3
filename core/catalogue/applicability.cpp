#include "core/catalogue/applicability.h"

#include <QVarLengthArray>

#include <algorithm>

namespace plimsoll {

namespace {

enum class Known : quint8 { Unanswered, No, Yes };

/// The circumstances by index instead of by name, so that 81 items ask nothing twice.
struct Position
{
    QVarLengthArray<Known, 32> facts;
    QVarLengthArray<bool, 16> happened;
    std::array<qint16, allRoles.size()> own{-1, -1, -1};
    std::array<qint16, allRoles.size()> other{-1, -1, -1};
};

Known answerTo(const Fact &fact, const Circumstances &circumstances)
{
    if (const auto settled = settledByRoles(fact, circumstances.holders))
        return *settled ? Known::Yes : Known::No;
    const auto answer = circumstances.facts.constFind(fact.id);
    if (answer == circumstances.facts.constEnd())
        return Known::Unanswered;
    return answer->holds ? Known::Yes : Known::No;
}

Position positionOf(const Catalogue &catalogue, const Circumstances &circumstances)
{
    Position position;
    for (const Fact &fact : catalogue.facts())
        position.facts.append(answerTo(fact, circumstances));
    for (const Event &event : catalogue.events())
        position.happened.append(circumstances.events.contains(event.id));
    for (size_t i = 0; i < circumstances.holders.size(); ++i) {
        const RoleHolder &holder = circumstances.holders[i];
        auto &first = holder.isOwn ? position.own : position.other;
        for (const Role role : allRoles) {
            if (holder.roles.contains(role) && first[size_t(role)] < 0)
                first[size_t(role)] = qint16(i);
        }
    }
    return position;
}

/// The first of the parties that holds one of the roles; -1 for none.
qint16 holderOf(Roles roles, const std::array<qint16, allRoles.size()> &parties)
{
    for (const Role role : allRoles) {
        if (roles.contains(role) && parties[size_t(role)] >= 0)
            return parties[size_t(role)];
    }
    return -1;
}

Applicability evaluate(const Item &item, const Position &position)
{
    Applicability answer;
    if (item.rule.kind == ApplicabilityRule::Kind::WhenFact) {
        answer.fact = qint16(item.rule.subject);
        const Known known = position.facts[item.rule.subject];
        answer.awaitsAnswer = known == Known::Unanswered;
        if (known == Known::No) {
            answer.state = Applicability::State::ConditionNotMet;
            return answer;
        }
    }
    answer.party = holderOf(item.dutyHolders, position.own);
    if (answer.party < 0) {
        answer.party = holderOf(item.dutyHolders, position.other);
        answer.awaitsHolder = answer.party < 0;
        if (answer.party >= 0) {
            answer.state = Applicability::State::BorneByAnotherParty;
            answer.awaitsAnswer = false;
            return answer;
        }
    }
    if (item.rule.kind == ApplicabilityRule::Kind::AfterEvent) {
        answer.event = qint16(item.rule.subject);
        if (!position.happened[item.rule.subject])
            answer.state = Applicability::State::WaitsForEvent;
    }
    return answer;
}

void evaluate(const Catalogue &catalogue, const Position &position,
              const QHash<QString, ItemDecision> &decisions, std::span<Applicability> answers)
{
    for (const Item &item : catalogue.items())
        answers[size_t(item.ordinal)] = evaluate(item, position);
    for (auto decision = decisions.begin(); decision != decisions.end(); ++decision) {
        const Item *item = catalogue.item(decision.key());
        if (!item)
            continue;
        Applicability &answer = answers[size_t(item->ordinal)];
        answer.isDecided = true;
        answer.awaitsAnswer = false;
        answer.awaitsHolder = false;
        answer.state =
            decision->applies ? Applicability::State::Applies : Applicability::State::ConditionNotMet;
    }
}

/// How many items of each provision apply.
std::vector<int> applyingItems(const Catalogue &catalogue, const Position &position,
                               const QHash<QString, ItemDecision> &decisions)
{
    std::vector<int> applying(catalogue.provisions().size());
    std::vector<Applicability> answers(catalogue.items().size());
    evaluate(catalogue, position, decisions, answers);
    for (const Item &item : catalogue.items()) {
        if (answers[size_t(item.ordinal)].state == Applicability::State::Applies)
            ++applying[size_t(item.provision)];
    }
    return applying;
}

ApplicabilityChange changeBetween(const std::vector<int> &before, const std::vector<int> &after)
{
    ApplicabilityChange change;
    for (size_t i = 0; i < before.size(); ++i) {
        const int more = after[i] - before[i];
        const bool isWhole = before[i] == 0 || after[i] == 0;
        (more > 0 ? change.addedItems : change.removedItems) += std::abs(more);
        if (more > 0)
            (isWhole ? change.addedProvisions : change.addedParts) += isWhole ? 1 : more;
        if (more < 0)
            (isWhole ? change.removedProvisions : change.removedParts) += isWhole ? 1 : -more;
    }
    return change;
}

}

std::vector<Applicability> applicabilityOf(const Catalogue &catalogue, const Circumstances &circumstances)
{
    std::vector<Applicability> answers(catalogue.items().size());
    evaluate(catalogue, circumstances, answers);
    return answers;
}

void evaluate(const Catalogue &catalogue, const Circumstances &circumstances,
              std::span<Applicability> answers)
{
    Q_ASSERT(answers.size() == catalogue.items().size());
    evaluate(catalogue, positionOf(catalogue, circumstances), circumstances.decisions, answers);
}

std::optional<bool> settledByRoles(const Fact &fact, const std::vector<RoleHolder> &holders)
{
    return fact.derivation == Derivation::Roles ? settledByRoles(fact.id, holders) : std::nullopt;
}

FactEffect effectOfFact(const Catalogue &catalogue, const Circumstances &circumstances, const Fact &fact)
{
    Position position = positionOf(catalogue, circumstances);
    const auto now = applyingItems(catalogue, position, circumstances.decisions);
    const auto changeWhen = [&](Known answer) {
        position.facts[std::ranges::find(catalogue.facts(), fact.id, &Fact::id) - catalogue.facts().begin()] =
            answer;
        return changeBetween(now, applyingItems(catalogue, position, circumstances.decisions));
    };
    const ApplicabilityChange whenYes = changeWhen(Known::Yes);
    return {whenYes, changeWhen(Known::No)};
}

Circumstances circumstancesOf(const Preset &preset, const Catalogue &catalogue, const QString &party,
                              const QDate &on)
{
    Circumstances circumstances;
    circumstances.holders.push_back({party, true, preset.roles});
    for (const Preset::Other &other : preset.others)
        circumstances.holders.push_back({other.party, false, other.roles});
    for (const Preset::Answer &answer : preset.answers)
        circumstances.facts.insert(catalogue.facts()[size_t(answer.fact)].id, {answer.holds, {}});
    for (const int event : preset.events)
        circumstances.events.insert(catalogue.events()[size_t(event)].id, on);
    return circumstances;
}

}
