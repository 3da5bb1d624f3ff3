#include "core/workspace/people.h"

#include "core/inventory/asset.h"
#include "core/inventory/systemnames.h"
#include "core/responsibility/roleassignment.h"
#include "core/storage/repository.h"
#include "core/workspace/profile.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(People)
};

tl::unexpected<Error> isStill(const QString &sentence, const Party &party, const QString &name)
{
    return refuse(ErrorCode::Denied, sentence.arg(party.name, name));
}

Result<bool> isOurOrganisation(const Connection &connection, const Party &party)
{
    const auto profiles = Repository<WorkspaceProfile>(connection).all();
    if (!profiles)
        return tl::unexpected(profiles.error());
    return std::any_of(profiles->cbegin(), profiles->cend(),
                       [&](const WorkspaceProfile &profile) { return profile.organisation == party.id; });
}

/// The first of these that is not removed.
template <class Entity>
const Entity *firstKept(const QList<Entity> &entities)
{
    const auto found = std::find_if(entities.cbegin(), entities.cend(),
                                    [](const Entity &entity) { return !entity.removedAt; });
    return found == entities.cend() ? nullptr : &*found;
}

/// A role of a system that is gone binds nobody.
Done refuseHolder(const Connection &connection, const Party &party)
{
    const auto roles = Repository<RoleAssignment>(connection).where(&RoleAssignment::party, party.id);
    if (!roles)
        return tl::unexpected(roles.error());
    for (const RoleAssignment &assignment : *roles) {
        const auto system = Repository<AiSystem>(connection).find(assignment.system);
        if (!system)
            return tl::unexpected(system.error());
        if (*system && !(*system)->removedAt)
            return isStill(Text::tr("%1 holds a role of %2. Take it away under Responsibilities first."),
                           party, (*system)->name);
    }
    return {};
}

Done refuseSupplier(const Connection &connection, const Party &party)
{
    const auto systems = Repository<AiSystem>(connection).where(&AiSystem::supplier, std::optional(party.id));
    const auto assets = Repository<Asset>(connection).where(&Asset::supplier, std::optional(party.id));
    if (!systems || !assets)
        return tl::unexpected(systems ? assets.error() : systems.error());
    if (const AiSystem *system = firstKept(*systems))
        return isStill(Text::tr("%1 supplies %2. Change its profile first."), party, system->name);
    if (const Asset *asset = firstKept(*assets))
        return isStill(Text::tr("%1 supplies “%2”. Change it in the inventory first."), party, asset->name);
    return {};
}

Done refuseEmployer(const Connection &connection, const Party &party)
{
    const auto people = Repository<Person>(connection).where(&Person::party, party.id);
    if (!people)
        return tl::unexpected(people.error());
    for (const Person &person : *people) {
        if (!person.leftOn)
            return isStill(Text::tr("%2 belongs to %1. Let them belong to another party first."), party,
                           person.name);
    }
    return {};
}

/// Why the one could be taken for the other: by the address, or by the name where no address tells them
/// apart; empty where nobody takes them for each other.
QString whyMistaken(const Person &person, const Person &other)
{
    const bool isSameAddress = heard(other.address) == heard(person.address);
    if (isSameAddress && !person.address.isEmpty())
        return Text::tr("%1 has the address %2 already. Name that person, or give another address.")
            .arg(other.name, other.address);
    const bool isToldApart = !isSameAddress && !person.address.isEmpty() && !other.address.isEmpty();
    if (!isToldApart && heard(other.name) == heard(person.name))
        return Text::tr("Somebody is called %1 already. If this is somebody else, each of them needs an "
                        "address of their own to be told apart.")
            .arg(other.name);
    return {};
}

/// Who was taken for the person in the same way `before` is not in the way: such a pair is mended one by one.
Done refuseMistakable(const Connection &connection, const Person &person, const Person *before)
{
    const auto persons = Repository<Person>(connection).all();
    if (!persons)
        return tl::unexpected(persons.error());
    for (const Person &other : *persons) {
        const QString why = other.id == person.id ? QString() : whyMistaken(person, other);
        if (!why.isEmpty() && !(before && whyMistaken(*before, other) == why))
            return refuse(ErrorCode::Conflict, why);
    }
    return {};
}

Done refuseNameTaken(const Connection &connection, const Party &party)
{
    const auto parties = Repository<Party>(connection).all();
    if (!parties)
        return tl::unexpected(parties.error());
    const bool isTaken = std::any_of(parties->cbegin(), parties->cend(), [&](const Party &other) {
        return other.id != party.id && !other.removedAt && heard(other.name) == heard(party.name);
    });
    if (isTaken)
        return refuse(ErrorCode::Conflict,
                      Text::tr("Another party is called %1 already. Use that one.").arg(party.name));
    return {};
}

}

Result<Person> personCalled(const QString &words, const Connection &connection)
{
    const auto persons = Repository<Person>(connection).all();
    if (!persons)
        return tl::unexpected(persons.error());
    QList<Person> found;
    QStringList known;
    for (const auto &person : *persons) {
        if (person.name == words || person.id.text() == words ||
            (!words.isEmpty() && person.address.compare(words, Qt::CaseInsensitive) == 0))
            found.append(person);
        known.append(person.name);
    }
    if (found.isEmpty())
        return refuse(
            ErrorCode::NotFound,
            Text::tr("Nobody here is called %1. The workspace knows %2.").arg(words, known.join(u", "_s)));
    if (found.size() > 1)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("Several persons are called %1. Name the one you mean by the address.").arg(words));
    return found.first();
}

Result<Party> partyCalled(const QString &words, const Connection &connection)
{
    const auto profiles = Repository<WorkspaceProfile>(connection).all();
    const auto parties = Repository<Party>(connection).all();
    if (!profiles || !parties)
        return tl::unexpected(profiles ? parties.error() : profiles.error());
    QStringList known;
    for (const Party &party : *parties) {
        const bool isOurs = party.id == profiles->value(0).organisation;
        const bool isNamed = heard(party.name) == heard(words) || party.id.text() == words;
        if (words.isEmpty() ? isOurs : isNamed && !party.removedAt)
            return party;
        if (!party.removedAt)
            known.append(party.name);
    }
    return refuse(ErrorCode::NotFound,
                  Text::tr("No party is called %1. The workspace knows %2.").arg(words, known.join(u", "_s)));
}

Result<ChangeSet> planNewPerson(const Person &person, const Connection &connection)
{
    if (heard(person.name).isEmpty())
        return refuse(ErrorCode::Invalid,
                      Text::tr("A person needs a name. Write the one people call them by."));
    if (const auto toldApart = refuseMistakable(connection, person, nullptr); !toldApart)
        return tl::unexpected(toldApart.error());
    return ChangeSet(Text::tr("Add %1").arg(person.name)).create(person);
}

Result<QString> nameOf(const Connection &connection, const Id<Person> &person)
{
    const auto found = Repository<Person>(connection).find(person);
    if (!found)
        return tl::unexpected(found.error());
    return *found ? (*found)->name : QString();
}

Result<ChangeSet> planLeaving(const Person &person, const Occasion &occasion)
{
    if (person.id == occasion.actor)
        return refuse(ErrorCode::Denied,
                      Text::tr("You act as %1. Act as somebody else first.").arg(person.name));
    Person left = person;
    left.leftOn = occasion.today;
    return ChangeSet(Text::tr("%1 has left").arg(person.name)).change(person, left);
}

ChangeSet planReturn(const Person &person)
{
    Person back = person;
    back.leftOn = std::nullopt;
    return ChangeSet(Text::tr("%1 is back").arg(person.name)).change(person, back);
}

Result<ChangeSet> planPartyRemoval(const Connection &connection, const Party &party, const Occasion &occasion)
{
    const auto isOurs = isOurOrganisation(connection, party);
    if (!isOurs)
        return tl::unexpected(isOurs.error());
    if (*isOurs)
        return refuse(
            ErrorCode::Denied,
            Text::tr("This is the workspace of %1, so it stays. Its name can be changed.").arg(party.name));
    for (const auto check : {refuseHolder, refuseSupplier, refuseEmployer}) {
        if (auto free = check(connection, party); !free)
            return tl::unexpected(free.error());
    }
    Party removed = party;
    removed.removedAt = occasion.clock.now();
    return ChangeSet(Text::tr("Remove the party %1").arg(party.name)).change(party, removed);
}

Result<ChangeSet> planNewParty(const Connection &connection, const Party &party)
{
    if (heard(party.name).isEmpty())
        return refuse(ErrorCode::Invalid, Text::tr("A party needs a name. Write the one people know it by."));
    if (const auto isFree = refuseNameTaken(connection, party); !isFree)
        return tl::unexpected(isFree.error());
    return ChangeSet(Text::tr("Add the party %1").arg(party.name)).create(party);
}

Result<ChangeSet> planPersonChange(const Connection &connection, const Person &before, const Person &after)
{
    if (heard(after.name).isEmpty())
        return refuse(
            ErrorCode::Invalid,
            Text::tr("A person needs a name; the journal shows it. %1 stays as it was.").arg(before.name));
    if (const auto toldApart = refuseMistakable(connection, after, &before); !toldApart)
        return tl::unexpected(toldApart.error());
    return ChangeSet(Text::tr("Change what is known of %1").arg(after.name)).change(before, after);
}

Result<ChangeSet> planPartyChange(const Connection &connection, const Party &before, const Party &after)
{
    if (heard(after.name).isEmpty())
        return refuse(ErrorCode::Invalid,
                      Text::tr("A party needs a name. %1 stays as it was.").arg(before.name));
    const auto isOurs = isOurOrganisation(connection, before);
    if (!isOurs)
        return tl::unexpected(isOurs.error());
    if (*isOurs && after.kind != before.kind)
        return refuse(
            ErrorCode::Denied,
            Text::tr("This is the workspace of %1, so it stays our own organisation.").arg(before.name));
    if (const auto isFree = refuseNameTaken(connection, after); !isFree)
        return tl::unexpected(isFree.error());
    return ChangeSet(Text::tr("Change what is known of %1").arg(after.name)).change(before, after);
}

}
