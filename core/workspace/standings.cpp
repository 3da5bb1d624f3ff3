#include "core/workspace/standings.h"

#include "core/base/parallel.h"
#include "core/workspace/releasegate.h"

#include <QVarLengthArray>

#include <mutex>

namespace plimsoll {

namespace {

void add(Tally &sum, const Tally &tally)
{
    sum.shall += tally.shall;
    sum.should += tally.should;
    sum.shouldParts += tally.shouldParts;
    sum.minimum += tally.minimum;
}

void add(std::vector<Tally> &sums, const std::vector<Tally> &tallies)
{
    sums.resize(std::max(sums.size(), tallies.size()));
    for (size_t i = 0; i < tallies.size(); ++i)
        add(sums[i], tallies[i]);
}

void add(RollUp &sums, const RollUp &counts)
{
    add(sums.whole, counts.whole);
    add(sums.phases, counts.phases);
    add(sums.principles, counts.principles);
}

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

RollUp sumOf(const Catalogue &catalogue, std::span<const SystemStanding> systems)
{
    RollUp sum;
    std::mutex mutex;
    inRangesOnEveryCore(systems.size(), [&](size_t from, size_t until) {
        RollUp part;
        for (const SystemStanding &system : systems.subspan(from, until - from)) {
            if (!system.outOfScope)
                add(part, rollUpOf(catalogue, system));
        }
        const std::scoped_lock lock(mutex);
        add(sum, part);
    });
    return sum;
}

QList<ItemStanding> itemStandings(const Checklist &checklist)
{
    QList<ItemStanding> items;
    items.reserve(qsizetype(checklist.lines.size()));
    for (const ChecklistLine &line : checklist.lines)
        items.append({line.applicability.state, quint8(line.counted)});
    return items;
}

SystemStanding standingOf(const Checklist &checklist, const AiSystem &system,
                          const std::optional<Outdated> &outdated)
{
    SystemStanding standing{.id = system.id,
                            .number = system.number,
                            .name = system.name,
                            .version = system.version,
                            .phase = system.phase,
                            .outOfScope = system.outOfScope,
                            .plannedRelease = system.plannedRelease,
                            .assessment = std::nullopt,
                            .outdated = outdated,
                            .items = itemStandings(checklist),
                            .unsettled = {}};
    for (const Blocking &blocking : whatBlocks(checklist, Requirement::All)) {
        if (!standing.items[blocking.ordinal].isOpen())
            standing.unsettled.append(blocking.ordinal);
    }
    if (checklist.assessment)
        standing.assessment = checklist.assessment->id;
    return standing;
}

}
