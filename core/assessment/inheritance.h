#pragma once

#include "core/assessment/platform.h"

namespace plimsoll {

/// A system takes over the answers of a platform where it gives none of its own. One per (system, platform).
struct Inheritance
{
    Id<Inheritance> id;
    Id<AiSystem> system;
    Id<Platform> platform;

    friend bool operator==(const Inheritance &, const Inheritance &) = default;
};

template <>
struct Described<Inheritance>
{
    static constexpr auto table = QLatin1StringView("inheritance");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("system"), &Inheritance::system, Required},
               Field{QLatin1StringView("platform"), &Inheritance::platform, Required}};
};

extern template struct EntityCode<Inheritance>;

inline Id<Inheritance> inheritanceId(const Id<AiSystem> &system, const Id<Platform> &platform)
{
    return Id<Inheritance>::ofPair(Described<Inheritance>::table, system, {platform.text()});
}

}
