#include "core/workspace/standings.h"

#include <QVarLengthArray>

namespace plimsoll {

Standing ItemStanding::standing() const
{
    ChecklistLine line;
    line.applicability.state = state;
    line.counted = answer();
    return line.standing();
}

bool ItemStanding::isOpen() const
{
    return state == Applicability::State::Applies && answer() != Answer::Met &&
           answer() != Answer::NotApplicable;
}

RollUp rollUpOf(const Catalogue &catalogue, const SystemStanding &standing)
{
    QVarLengthArray<Applicability, 96> applicability;
    QVarLengthArray<Answer, 96> answers;
    for (const ItemStanding &item : standing.items) {
        Applicability found;
        found.state = item.state;
        applicability.append(found);
        answers.append(item.answer());
    }
    return rollUp(catalogue, {applicability.constData(), size_t(applicability.size())},
                  {answers.constData(), size_t(answers.size())});
}

SystemStanding standingOf(const Checklist &checklist)
{
    const AiSystem &system = checklist.system;
    SystemStanding standing{.id = system.id,
                            .number = system.number,
                            .name = system.name,
                            .version = system.version,
                            .phase = system.phase,
                            .outOfScope = system.outOfScope,
                            .plannedRelease = system.plannedRelease,
                            .assessment = std::nullopt,
                            .items = {}};
    if (checklist.assessment)
        standing.assessment = checklist.assessment->id;
    for (const ChecklistLine &line : checklist.lines)
        standing.items.push_back({line.applicability.state, quint8(line.counted)});
    return standing;
}

}
