#pragma once

#include "core/inventory/aisystem.h"
#include "core/responsibility/role.h"

namespace plimsoll {

/// A party holds a role for a system. One per (system, role, party).
struct RoleAssignment
{
    Id<RoleAssignment> id;
    Id<AiSystem> system;
    Role role = Role::Developer;
    Id<Party> party;

    friend bool operator==(const RoleAssignment &, const RoleAssignment &) = default;
};

template <>
struct Described<RoleAssignment>
{
    static constexpr auto table = QLatin1StringView("role_assignment");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("system"), &RoleAssignment::system, Required},
               Field{QLatin1StringView("role"), &RoleAssignment::role},
               Field{QLatin1StringView("party"), &RoleAssignment::party, Required}};
};

extern template struct EntityCode<RoleAssignment>;

inline Id<RoleAssignment> roleAssignmentId(const Id<AiSystem> &system, Role role, const Id<Party> &party)
{
    return Id<RoleAssignment>::ofPair(Described<RoleAssignment>::table, system,
                                      {QString(word(role)), party.text()});
}

}
