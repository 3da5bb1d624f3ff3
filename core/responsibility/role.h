#pragma once

#include "core/record/words.h"

#include <array>

namespace plimsoll {

/// The three duty-holding stakeholders of EN 304 223, clause 4. One organisation may hold several at once.
enum class Role {
    Developer,
    SystemOperator,
    DataCustodian,
};

template <>
struct Words<Role>
{
    static constexpr std::array words{
        std::pair{Role::Developer, QLatin1StringView("developer")},
        std::pair{Role::SystemOperator, QLatin1StringView("system-operator")},
        std::pair{Role::DataCustodian, QLatin1StringView("data-custodian")},
    };
};

}
