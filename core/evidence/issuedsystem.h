#pragma once

#include "core/assessment/assessment.h"
#include "core/evidence/issuedpackage.h"
#include "core/inventory/aisystem.h"

namespace plimsoll {

/// A system that a package of the register is about, and the assessment that was told. One per (package,
/// system). Packages that were issued before these were written down have none.
struct IssuedSystem
{
    Id<IssuedSystem> id;
    Id<IssuedPackage> package;
    Id<AiSystem> system;
    std::optional<Id<Assessment>> assessment; ///< none while nobody had begun one

    friend bool operator==(const IssuedSystem &, const IssuedSystem &) = default;
};

template <>
struct Described<IssuedSystem>
{
    static constexpr auto table = QLatin1StringView("issued_system");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("package"), &IssuedSystem::package, Required},
               Field{QLatin1StringView("system"), &IssuedSystem::system, Required},
               Field{QLatin1StringView("assessment"), &IssuedSystem::assessment}};
};

extern template struct EntityCode<IssuedSystem>;

inline Id<IssuedSystem> issuedSystemId(const Id<IssuedPackage> &package, const Id<AiSystem> &system)
{
    return Id<IssuedSystem>::ofPair(Described<IssuedSystem>::table, package, {system.text()});
}

}
