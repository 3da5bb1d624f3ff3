#include "ui/pages/system/systemreading.h"

#include "core/assessment/inheritance.h"
#include "core/storage/repository.h"
#include "core/workspace/closedrecord.h"
#include "ui/models/sortbyname.h"

#include <algorithm>

namespace plimsoll {

namespace {

template <class Entity>
Done readAll(const Connection &connection, QList<Entity> &into)
{
    auto all = Repository<Entity>(connection).all();
    if (!all)
        return tl::unexpected(all.error());
    if constexpr (requires(Entity entity) { entity.removedAt; })
        all->removeIf([](const Entity &entity) { return entity.removedAt.has_value(); });
    sortByName(*all);
    into = std::move(*all);
    return {};
}

Done readLimitations(const Connection &connection, SystemReading &reading)
{
    auto held = Repository<Limitation>(connection).where(&Limitation::system, reading.system().id);
    if (!held)
        return tl::unexpected(held.error());
    held->removeIf([](const Limitation &limitation) { return limitation.removedAt.has_value(); });
    std::stable_sort(held->begin(), held->end(),
                     [](const Limitation &a, const Limitation &b) { return a.notedOn > b.notedOn; });
    reading.limitations = std::move(*held);
    return {};
}

Done readAssets(const Connection &connection, SystemReading &reading)
{
    QList<Asset> assets;
    if (auto done = readAll(connection, assets); !done)
        return done;
    const auto links = Repository<AssetLink>(connection).where(&AssetLink::system, reading.system().id);
    if (!links)
        return tl::unexpected(links.error());
    for (const Asset &asset : std::as_const(assets)) {
        const auto link = std::find_if(links->cbegin(), links->cend(),
                                       [&](const AssetLink &l) { return l.asset == asset.id; });
        if (link == links->cend())
            reading.otherAssets.append(asset);
        else
            reading.assets.append({asset, *link});
    }
    return {};
}

Done readInheritance(const Connection &connection, SystemReading &reading)
{
    const auto held = Repository<Inheritance>(connection).where(&Inheritance::system, reading.system().id);
    if (!held)
        return tl::unexpected(held.error());
    for (const Inheritance &inheritance : *held)
        reading.inheritsFrom.append(inheritance.platform);
    return readAll(connection, reading.platforms);
}

Done readAssessors(const Connection &connection, SystemReading &reading)
{
    for (const Assessment &each : std::as_const(reading.assessments)) {
        if (!each.assessor)
            continue;
        const auto then = nameAtClosing(connection, each.id, *each.assessor);
        if (!then)
            return tl::unexpected(then.error());
        reading.assessors.insert(each.id, then->value_or(reading.nameOf(each.assessor)));
    }
    return {};
}

Done readAssessments(const Connection &connection, SystemReading &reading)
{
    auto held =
        Repository<Assessment>(connection).where(&Assessment::system, std::optional(reading.system().id));
    if (!held)
        return tl::unexpected(held.error());
    std::sort(held->begin(), held->end(),
              [](const Assessment &a, const Assessment &b) { return b.id < a.id; });
    reading.assessments = std::move(*held);
    return readAssessors(connection, reading);
}

Done readPartiesAndPeople(const Connection &connection, SystemReading &reading)
{
    if (auto done = readAll(connection, reading.parties); !done)
        return done;
    return readAll(connection, reading.people);
}

template <class Entity>
QString nameIn(const QList<Entity> &entities, const std::optional<Id<Entity>> &id)
{
    const auto found = std::find_if(entities.cbegin(), entities.cend(),
                                    [&](const Entity &entity) { return entity.id == id; });
    return found == entities.cend() ? QString() : found->name;
}

}

bool SystemReading::isOpen() const
{
    return checklist.assessment && !checklist.assessment->closedOn;
}

QString SystemReading::nameOf(const std::optional<Id<Person>> &person) const
{
    return nameIn(people, person);
}

QString SystemReading::nameOf(const std::optional<Id<Party>> &party) const
{
    return nameIn(parties, party);
}

Result<SystemReading> readSystem(const Connection &connection,
                                 const std::shared_ptr<const Catalogue> &catalogue,
                                 const Id<AiSystem> &system, QDate today)
{
    auto checklist = readPresentChecklist(connection, catalogue, system, today);
    if (!checklist)
        return tl::unexpected(checklist.error());
    SystemReading reading;
    reading.checklist = std::move(*checklist);
    for (const auto read :
         {readPartiesAndPeople, readLimitations, readAssets, readInheritance, readAssessments}) {
        if (auto done = read(connection, reading); !done)
            return tl::unexpected(done.error());
    }
    return reading;
}

}
