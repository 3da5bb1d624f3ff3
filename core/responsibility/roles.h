#pragma once

#include "core/responsibility/role.h"

#include <QString>

#include <bit>
#include <initializer_list>

namespace plimsoll {

inline constexpr std::array allRoles{Role::Developer, Role::SystemOperator, Role::DataCustodian};

/// What people read: "System Operator".
QString title(Role role);

/// A set of roles. Who builds and runs a system is both Developer and System Operator.
class Roles
{
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles)
    {
        for (const Role role : roles)
            insert(role);
    }

    constexpr void insert(Role role) { m_bits = quint8(m_bits | bit(role)); }
    [[nodiscard]] constexpr bool contains(Role role) const { return (m_bits & bit(role)) != 0; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr int size() const { return std::popcount(m_bits); }
    /// Whether both sets share a role.
    [[nodiscard]] constexpr bool meets(Roles other) const { return (m_bits & other.m_bits) != 0; }

    friend constexpr Roles operator|(Roles a, Roles b) { return Roles(quint8(a.m_bits | b.m_bits)); }
    friend constexpr Roles operator&(Roles a, Roles b) { return Roles(quint8(a.m_bits & b.m_bits)); }
    friend constexpr bool operator==(Roles, Roles) = default;

private:
    explicit constexpr Roles(quint8 bits)
        : m_bits(bits)
    {
    }
    static constexpr quint8 bit(Role role) { return quint8(1u << unsigned(role)); }

    quint8 m_bits = 0;
};

/// "Developer and System Operator", in the order of allRoles.
QString titles(Roles roles);

}
