#include "ui/pages/checklist/checklistreading.h"

#include "core/assessment/inheritance.h"
#include "core/evidence/evidenceuse.h"
#include "core/inventory/asset.h"
#include "core/inventory/assetlink.h"
#include "core/responsibility/roleassignment.h"
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"
#include "ui/models/sortkey.h"

namespace plimsoll {

Id<Assessment> ChecklistReading::assessment() const
{
    return checklist.assessment ? checklist.assessment->id : Id<Assessment>();
}

QStringList ChecklistReading::problemsOf(const ChecklistLine &line) const
{
    QStringList statements;
    for (const Problem &problem : problems) {
        if (problem.ordinal == line.ordinal)
            statements.append(inWords(problem));
    }
    return statements;
}

QString ChecklistReading::nameOf(const std::optional<Id<Person>> &person) const
{
    for (const Person &known : persons) {
        if (person && known.id == *person)
            return known.name;
    }
    return {};
}

Result<SharedReading> readForPage(const Connection &connection,
                                  const std::shared_ptr<const Catalogue> &catalogue,
                                  const ChecklistSubject &subject, const QDate &today)
{
    auto checklist =
        std::visit([&](const auto &id) { return readChecklist(connection, catalogue, id, today); }, subject);
    if (!checklist)
        return tl::unexpected(checklist.error());
    auto outdated = whyOutdated(connection, *checklist, today);
    if (!outdated)
        return tl::unexpected(outdated.error());
    auto persons = Repository<Person>(connection).all();
    if (!persons)
        return tl::unexpected(persons.error());
    std::ranges::transform(*persons, persons->begin(),
                           [&](const Person &person) { return checklist->named(person); });
    const QCollator collator = tableCollator();
    std::sort(persons->begin(), persons->end(),
              [&](const Person &a, const Person &b) { return collator.compare(a.name, b.name) < 0; });
    QList<Problem> problems = problemsOf(*checklist, today);
    return std::make_shared<const ChecklistReading>(ChecklistReading{
        std::move(*checklist), std::move(problems), std::move(*persons), std::move(*outdated)});
}

bool concernsChecklists(const ChangeSet &changeSet)
{
    return changeSet.touches<Response>() || changeSet.touches<Evidence>() ||
           changeSet.touches<EvidenceUse>() || changeSet.touches<Reliance>() ||
           changeSet.touches<ApplicabilityDecision>() || changeSet.touches<FactAnswer>() ||
           changeSet.touches<SystemEvent>() || changeSet.touches<RoleAssignment>() ||
           changeSet.touches<Inheritance>() || changeSet.touches<Assessment>() ||
           changeSet.touches<AiSystem>() || changeSet.touches<Party>() || changeSet.touches<Person>() ||
           changeSet.touches<Platform>() || changeSet.touches<Asset>() || changeSet.touches<AssetLink>();
}

}
