#include "core/workspace/deciding.h"

#include "core/assessment/reason.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Deciding)
};

QString says(const Checklist &checklist, const SystemEvent &event)
{
    const Event *known = checklist.catalogue->event(event.event);
    return known ? known->says : event.event;
}

tl::unexpected<Error> closed(const Checklist &checklist)
{
    return refuse(
        ErrorCode::Denied,
        Text::tr("%1 has no open assessment. Start one to decide on its items.").arg(checklist.name()));
}

}

ChangeSet planFactAnswer(const Checklist &checklist, const QString &fact, std::optional<bool> holds,
                         const Occasion &occasion)
{
    const AiSystem &system = checklist.system;
    const Fact *known = checklist.catalogue->fact(fact);
    const QString asks = known ? known->asks : fact;
    const auto &answers = checklist.factAnswers;
    const auto found = std::ranges::find(answers, fact, &FactAnswer::fact);
    const auto before = found == answers.cend() ? std::nullopt : std::optional<FactAnswer>(*found);
    if (!holds) {
        ChangeSet takenBack(Text::tr("Take back the answer about %1: %2").arg(system.name, asks));
        return before ? takenBack.remove(*before) : takenBack;
    }
    const FactAnswer after{.id = factAnswerId(system.id, fact),
                           .system = system.id,
                           .fact = fact,
                           .holds = *holds,
                           .reason = {},
                           .answeredBy = occasion.actor,
                           .answeredOn = occasion.today};
    const QString label = *holds ? Text::tr("Answer about %1: %2 Yes") : Text::tr("Answer about %1: %2 No");
    return ChangeSet(label.arg(system.name, asks)).put(before, after);
}

ChangeSet planEvent(const Checklist &checklist, SystemEvent event, const Occasion &occasion)
{
    event.id = Id<SystemEvent>::generate(occasion.clock);
    event.system = checklist.system.id;
    return ChangeSet(Text::tr("Record for %1: %2").arg(checklist.system.name, says(checklist, event)))
        .create(event);
}

ChangeSet planEventRemoval(const Checklist &checklist, const SystemEvent &event)
{
    return ChangeSet(Text::tr("Take away from %1: %2").arg(checklist.system.name, says(checklist, event)))
        .remove(event);
}

Result<ChangeSet> planDecision(const Checklist &checklist, const QString &item,
                               const ApplicabilityDecision &decided, const Occasion &occasion)
{
    const ChecklistLine *line = checklist.line(item);
    if (!line)
        return refuse(ErrorCode::NotFound, Text::tr("The catalogue has no item %1.").arg(item));
    if (!checklist.assessment)
        return closed(checklist);
    const bool isWhole = decided.applies || (decided.approver && decided.reviewOn);
    if (!isReason(decided.reason) || !isWhole)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("A decision needs a reason; that an item does not apply needs also the person who "
                     "approved it and the day on which it is looked at again."));
    ApplicabilityDecision decision = decided;
    decision.assessment = checklist.assessment->id;
    decision.item = item;
    decision.id = applicabilityDecisionId(decision.assessment, item);
    decision.reason = asReason(decided.reason);
    decision.decidedBy = occasion.actor;
    decision.decidedOn = occasion.today;
    decision.carried = false;
    const QString label = decision.applies ? Text::tr("Decide that %1 applies to %2")
                                           : Text::tr("Decide that %1 does not apply to %2");
    return ChangeSet(label.arg(item, checklist.system.name)).put(line->decision, decision);
}

ChangeSet planDecisionTakenBack(const Checklist &checklist, const QString &item)
{
    ChangeSet takenBack(Text::tr("Take back the decision on %1 of %2").arg(item, checklist.system.name));
    const ChecklistLine *line = checklist.line(item);
    return line && line->decision ? takenBack.remove(*line->decision) : takenBack;
}

Reliance relianceOn(const Checklist &checklist, const ChecklistLine &line)
{
    if (line.reliance)
        return *line.reliance;
    Reliance reliance;
    reliance.assessment = checklist.assessment->id;
    reliance.item = checklist.item(line).id;
    reliance.id = relianceId(reliance.assessment, reliance.item);
    const auto &holders = checklist.circumstances.holders;
    const int bearer = line.applicability.party;
    if (bearer < 0 || bearer >= int(holders.size()))
        return reliance;
    const auto held = std::ranges::find_if(checklist.roles, [&](const HeldRole &role) {
        return role.party.name == holders[size_t(bearer)].party;
    });
    if (held != checklist.roles.cend())
        reliance.party = held->party.id;
    return reliance;
}

Result<ChangeSet> planReliance(const Checklist &checklist, const Reliance &reliance)
{
    const ChecklistLine *line = checklist.line(reliance.item);
    if (!line)
        return refuse(ErrorCode::NotFound, Text::tr("The catalogue has no item %1.").arg(reliance.item));
    if (reliance.party.isNull())
        return refuse(ErrorCode::Invalid, Text::tr("Name the party that bears %1 first.").arg(reliance.item));
    Reliance said = reliance;
    said.carried = false;
    return ChangeSet(Text::tr("Say what we hold for %1 of %2").arg(reliance.item, checklist.system.name))
        .put(line->reliance, said);
}

}
