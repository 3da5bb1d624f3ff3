#pragma once

#include "core/responsibility/roles.h"

#include <vector>

namespace plimsoll {

/// Everybody the standard speaks of. The first three are roles a party holds; End-users and Affected entities
/// receive, and the one duty of End-users (5.2.1-4) is not answered by the organisation.
enum class Stakeholder : quint8 {
    Developer,
    SystemOperator,
    DataCustodian,
    EndUser,
    AffectedEntity,
};

template <>
struct Words<Stakeholder>
{
    static constexpr std::array words{
        std::pair{Stakeholder::Developer, QLatin1StringView("developer")},
        std::pair{Stakeholder::SystemOperator, QLatin1StringView("system-operator")},
        std::pair{Stakeholder::DataCustodian, QLatin1StringView("data-custodian")},
        std::pair{Stakeholder::EndUser, QLatin1StringView("end-user")},
        std::pair{Stakeholder::AffectedEntity, QLatin1StringView("affected-entity")},
    };
};

/// What people read: "End-user".
QString title(Stakeholder stakeholder);
/// Nothing for End-users and Affected entities.
std::optional<Role> roleOf(Stakeholder stakeholder);
/// Those of the stakeholders that are roles.
Roles rolesOf(const std::vector<Stakeholder> &stakeholders);

}
