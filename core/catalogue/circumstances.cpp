#include "core/catalogue/circumstances.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr auto developerIsExternal = "developer_is_external"_L1;
constexpr auto custodianInDeveloper = "custodian_in_developer"_L1;

}

bool isSettledByRoles(QStringView fact)
{
    return fact == developerIsExternal || fact == custodianInDeveloper;
}

std::optional<bool> settledByRoles(QStringView fact, const std::vector<RoleHolder> &holders)
{
    const Role partner = fact == developerIsExternal ? Role::SystemOperator : Role::DataCustodian;
    const Roles both{Role::Developer, partner};
    // units of our own are one organisation with it, as the standard means by "external"
    Roles ownRoles;
    for (const RoleHolder &holder : holders) {
        if (holder.isOwn)
            ownRoles = ownRoles | holder.roles;
    }
    Roles held;
    bool isShared = false;
    bool isDeveloperApart = false;
    for (const RoleHolder &holder : holders) {
        const Roles roles = (holder.isOwn ? ownRoles : holder.roles) & both;
        held = held | roles;
        isShared = isShared || roles == both;
        isDeveloperApart = isDeveloperApart || roles == Roles{Role::Developer};
    }
    if (held != both)
        return std::nullopt;
    return fact == developerIsExternal ? isDeveloperApart : isShared;
}

}
