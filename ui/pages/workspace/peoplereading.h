#pragma once

#include "core/responsibility/person.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// Everybody the record knows, by name: also people who have left, no parties that were removed.
struct PeopleReading
{
    QList<Person> people;
    QList<Party> parties;

    [[nodiscard]] QString nameOf(const Id<Party> &party) const;
};

Result<PeopleReading> readPeople(const Connection &connection);

}
