#pragma once

#include "core/inventory/aisystem.h"

namespace plimsoll {

/// What gives common answers.
enum class PlatformKind {
    Organisation, ///< the organisation as a whole: training, disposal
    Platform,     ///< a shared platform: cloud, infrastructure, API
};

template <>
struct Words<PlatformKind>
{
    static constexpr std::array words{
        std::pair{PlatformKind::Organisation, QLatin1StringView("organisation")},
        std::pair{PlatformKind::Platform, QLatin1StringView("platform")},
    };
};

/// The organisation or a shared platform, for which provisions are answered once and inherited by the systems
/// that point to it.
struct Platform
{
    Id<Platform> id;
    QString name;
    PlatformKind kind = PlatformKind::Organisation;
    QString description;
    std::optional<QDateTime> removedAt;

    friend bool operator==(const Platform &, const Platform &) = default;
};

template <>
struct Described<Platform>
{
    static constexpr auto table = QLatin1StringView("platform");
    static constexpr auto fields = Fields{Field{QLatin1StringView("name"), &Platform::name, Required},
                                          Field{QLatin1StringView("kind"), &Platform::kind},
                                          Field{QLatin1StringView("description"), &Platform::description},
                                          Field{QLatin1StringView("removed_at"), &Platform::removedAt}};
};

extern template struct EntityCode<Platform>;

}
