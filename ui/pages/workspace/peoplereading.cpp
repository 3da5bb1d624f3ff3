#include "ui/pages/workspace/peoplereading.h"

#include "core/storage/repository.h"
#include "ui/models/sortbyname.h"

#include <algorithm>

namespace plimsoll {

QString PeopleReading::nameOf(const Id<Party> &party) const
{
    const auto found =
        std::find_if(parties.cbegin(), parties.cend(), [&](const Party &other) { return other.id == party; });
    return found == parties.cend() ? QString() : found->name;
}

Result<PeopleReading> readPeople(const Connection &connection)
{
    auto people = Repository<Person>(connection).all();
    auto parties = Repository<Party>(connection).all();
    if (!people || !parties)
        return tl::unexpected(people ? parties.error() : people.error());
    parties->removeIf([](const Party &party) { return party.removedAt.has_value(); });
    sortByName(*people);
    sortByName(*parties);
    return PeopleReading{std::move(*people), std::move(*parties)};
}

}
