#include "ui/pages/system/systemreading.h"

#include "core/responsibility/roleassignment.h"
#include "core/storage/repository.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemReading)
};

template <class Entity>
void sortByName(QList<Entity> &entities)
{
    std::sort(entities.begin(), entities.end(),
              [](const Entity &a, const Entity &b) { return a.name.localeAwareCompare(b.name) < 0; });
}

Done readParties(const Connection &connection, SystemReading &reading)
{
    auto parties = Repository<Party>(connection).all();
    if (!parties)
        return tl::unexpected(parties.error());
    const auto assignments =
        Repository<RoleAssignment>(connection).where(&RoleAssignment::system, reading.system.id);
    if (!assignments)
        return tl::unexpected(assignments.error());
    sortByName(*parties);
    for (const Role role : allRoles) {
        for (const Party &party : std::as_const(*parties)) {
            const bool holds =
                std::any_of(assignments->cbegin(), assignments->cend(),
                            [&](const RoleAssignment &a) { return a.role == role && a.party == party.id; });
            if (holds)
                reading.holders.append({role, party});
        }
    }
    std::copy_if(parties->cbegin(), parties->cend(), std::back_inserter(reading.parties),
                 [](const Party &party) { return !party.removedAt; });
    return {};
}

Done readPeople(const Connection &connection, SystemReading &reading)
{
    auto people = Repository<Person>(connection).all();
    if (!people)
        return tl::unexpected(people.error());
    sortByName(*people);
    reading.people = std::move(*people);
    return {};
}

}

Result<SystemReading> readSystem(const Connection &connection, const Id<AiSystem> &system)
{
    SystemReading reading;
    const auto found = Repository<AiSystem>(connection).find(system);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return refuse(ErrorCode::NotFound,
                      Text::tr("The record holds no such system. It may have been removed meanwhile."),
                      system.text());
    reading.system = **found;
    for (const auto read : {readParties, readPeople}) {
        if (auto done = read(connection, reading); !done)
            return tl::unexpected(done.error());
    }
    return reading;
}

}
