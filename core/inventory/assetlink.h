#pragma once

#include "core/inventory/asset.h"

namespace plimsoll {

/// A system uses an asset. One per (system, asset).
struct AssetLink
{
    Id<AssetLink> id;
    Id<AiSystem> system;
    Id<Asset> asset;
    QString purpose;

    friend bool operator==(const AssetLink &, const AssetLink &) = default;
};

template <>
struct Described<AssetLink>
{
    static constexpr auto table = QLatin1StringView("asset_link");
    static constexpr auto fields = Fields{Field{QLatin1StringView("system"), &AssetLink::system, Required},
                                          Field{QLatin1StringView("asset"), &AssetLink::asset, Required},
                                          Field{QLatin1StringView("purpose"), &AssetLink::purpose}};
};

extern template struct EntityCode<AssetLink>;

inline Id<AssetLink> assetLinkId(const Id<AiSystem> &system, const Id<Asset> &asset)
{
    return Id<AssetLink>::ofPair(Described<AssetLink>::table, system, {asset.text()});
}

}
