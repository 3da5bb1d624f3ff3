#include "ui/pages/systems/register.h"

#include "core/evidence/evidenceuse.h"
#include "core/responsibility/roleassignment.h"
#include "core/storage/repository.h"
#include "core/workspace/checklist.h"
#include "core/workspace/standings.h"
#include "core/workspace/workspace.h"
#include "ui/pages/system/inventorywords.h"

#include <algorithm>

namespace plimsoll {

namespace {

/// What every line looks up.
struct Surroundings
{
    QHash<Id<Person>, QString> people;
    QSet<Id<Party>> ownParties;
};

Result<Surroundings> readSurroundings(const Connection &connection)
{
    Surroundings surroundings;
    const auto people = Repository<Person>(connection).all();
    const auto parties = Repository<Party>(connection).all();
    if (!people || !parties)
        return tl::unexpected(people ? parties.error() : people.error());
    for (const Person &person : *people)
        surroundings.people.insert(person.id, person.name);
    for (const Party &party : *parties) {
        if (isOwn(party))
            surroundings.ownParties.insert(party.id);
    }
    return surroundings;
}

RegisterRow rowOf(AiSystem system, Roles ourRoles, const Surroundings &surroundings)
{
    const auto owner = system.businessOwner ? system.businessOwner : system.technicalOwner;
    RegisterRow row{
        std::move(system), owner ? surroundings.people.value(*owner) : QString(), ourRoles, std::nullopt, {}};
    row.words =
        QStringList{row.system.number, row.system.name,  row.system.version,     row.system.businessUnit,
                    row.owner,         titles(ourRoles), title(row.system.phase)}
            .join(u'\n')
            .toCaseFolded();
    return row;
}

QHash<Id<AiSystem>, Roles> ownRoles(const QList<RoleAssignment> &assignments,
                                    const Surroundings &surroundings)
{
    QHash<Id<AiSystem>, Roles> roles;
    for (const RoleAssignment &assignment : assignments) {
        if (surroundings.ownParties.contains(assignment.party))
            roles[assignment.system].insert(assignment.role);
    }
    return roles;
}

QString inWords(const std::optional<Outdated> &outdated)
{
    return outdated ? outdated->inWords() : QString();
}

using MaybeSystem = std::optional<Id<AiSystem>>;

template <class Entity>
Result<MaybeSystem> systemByAssessment(const Edit &edit, const Connection &connection)
{
    const auto entity = Repository<Entity>(connection).find(Id<Entity>::fromText(edit.id));
    if (!entity)
        return tl::unexpected(entity.error());
    if (!*entity)
        return MaybeSystem();
    const auto assessment = Repository<Assessment>(connection).find((*entity)->assessment);
    if (!assessment)
        return tl::unexpected(assessment.error());
    return *assessment ? (*assessment)->system : std::nullopt;
}

MaybeSystem namedIn(const Edit &edit)
{
    if (edit.table == Described<AiSystem>::table)
        return Id<AiSystem>::fromText(edit.id);
    const FieldChange *system = edit.field(QLatin1StringView("system"));
    if (!system)
        return std::nullopt;
    const QString *text = system->after.isNeutral() ? system->before.text() : system->after.text();
    return text ? MaybeSystem(Id<AiSystem>::fromText(*text)) : std::nullopt;
}

Result<MaybeSystem> systemOf(const Edit &edit, const Connection &connection)
{
    if (const auto named = namedIn(edit))
        return named;
    if (edit.table == Described<Response>::table)
        return systemByAssessment<Response>(edit, connection);
    if (edit.table == Described<ApplicabilityDecision>::table)
        return systemByAssessment<ApplicabilityDecision>(edit, connection);
    if (edit.table == Described<EvidenceUse>::table)
        return systemByAssessment<EvidenceUse>(edit, connection);
    return MaybeSystem();
}

}

Result<std::vector<RegisterRow>> readRegister(const Connection &connection)
{
    auto systems = Repository<AiSystem>(connection).all();
    const auto surroundings = readSurroundings(connection);
    if (!systems || !surroundings)
        return tl::unexpected(systems ? surroundings.error() : systems.error());
    const auto assignments = Repository<RoleAssignment>(connection).all();
    if (!assignments)
        return tl::unexpected(assignments.error());
    const auto roles = ownRoles(*assignments, *surroundings);
    std::vector<RegisterRow> rows;
    rows.reserve(size_t(systems->size()));
    for (AiSystem &system : *systems) {
        const Roles ours = roles.value(system.id);
        if (!system.removedAt)
            rows.push_back(rowOf(std::move(system), ours, *surroundings));
    }
    std::sort(rows.begin(), rows.end(),
              [](const RegisterRow &a, const RegisterRow &b) { return a.system.number < b.system.number; });
    return rows;
}

Result<std::vector<RegisterRow>> readRegister(const Connection &connection, const QSet<Id<AiSystem>> &systems)
{
    const auto surroundings = readSurroundings(connection);
    if (!surroundings)
        return tl::unexpected(surroundings.error());
    std::vector<RegisterRow> rows;
    for (const auto &id : systems) {
        const auto system = Repository<AiSystem>(connection).find(id);
        const auto assignments = Repository<RoleAssignment>(connection).where(&RoleAssignment::system, id);
        if (!system || !assignments)
            return tl::unexpected(system ? assignments.error() : system.error());
        if (*system && !(*system)->removedAt)
            rows.push_back(rowOf(**system, ownRoles(*assignments, *surroundings).value(id), *surroundings));
    }
    return rows;
}

Result<QHash<Id<AiSystem>, Readiness>> readReadiness(const Workspace &workspace, const Catalogue &catalogue,
                                                     const Progress &progress)
{
    const auto standings = readStandings(workspace, catalogue, progress);
    if (!standings)
        return tl::unexpected(standings.error());
    QHash<Id<AiSystem>, Readiness> ready;
    ready.reserve(qsizetype(standings->size()));
    for (const SystemStanding &standing : *standings)
        ready.insert(standing.id,
                     {rollUpOf(catalogue, standing).whole.shall.conformity(), inWords(standing.outdated)});
    return ready;
}

Result<QHash<Id<AiSystem>, Readiness>> readReadiness(const Workspace &workspace,
                                                     const std::shared_ptr<const Catalogue> &catalogue,
                                                     const QList<Id<AiSystem>> &systems)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    QHash<Id<AiSystem>, Readiness> ready;
    for (const auto &system : systems) {
        const auto checklist = readChecklist(**reader, catalogue, system, workspace.today());
        if (!checklist && checklist.error().code == ErrorCode::NotFound)
            continue;
        const auto outdated = checklist ? whyOutdated(**reader, *checklist, workspace.today())
                                        : tl::unexpected(checklist.error());
        if (!outdated)
            return tl::unexpected(outdated.error());
        ready.insert(system, {checklist->rollUp.whole.shall.conformity(), inWords(*outdated)});
    }
    return ready;
}

Result<std::optional<QSet<Id<AiSystem>>>> systemsTouchedBy(const ChangeSet &changeSet,
                                                           const Connection &connection)
{
    using Touched = std::optional<QSet<Id<AiSystem>>>;
    QSet<Id<AiSystem>> touched;
    for (const Edit &edit : changeSet.edits) {
        const auto system = systemOf(edit, connection);
        if (!system)
            return tl::unexpected(system.error());
        if (!*system)
            return Touched();
        touched.insert(**system);
    }
    return Touched(touched);
}

}
