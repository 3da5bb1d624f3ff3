#pragma once

#include "core/inventory/aisystem.h"
#include "core/responsibility/roles.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// A role and the party that holds it for the system.
struct Holder
{
    Role role = Role::Developer;
    Party party;
};

/// All that the page of one system shows, read at once so that its tabs never contradict each other.
struct SystemReading
{
    AiSystem system;
    QList<Holder> holders; ///< in the order of the roles
    QList<Party> parties;  ///< by name, without the removed
    QList<Person> people;  ///< by name
};

/// Reads the system; refused when there is none with that id.
Result<SystemReading> readSystem(const Connection &connection, const Id<AiSystem> &system);

}
