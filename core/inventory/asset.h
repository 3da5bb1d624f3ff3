#pragma once

#include "core/inventory/aisystem.h"

namespace plimsoll {

/// What an asset is.
enum class AssetKind {
    Model,
    Dataset,
    Prompt,
    Component,
};

template <>
struct Words<AssetKind>
{
    static constexpr std::array words{
        std::pair{AssetKind::Model, QLatin1StringView("model")},
        std::pair{AssetKind::Dataset, QLatin1StringView("dataset")},
        std::pair{AssetKind::Prompt, QLatin1StringView("prompt")},
        std::pair{AssetKind::Component, QLatin1StringView("component")},
    };
};

/// How well an asset is documented (5.2.3-2).
enum class Documentation {
    Unknown,
    Good,
    Poor,
};

template <>
struct Words<Documentation>
{
    static constexpr std::array words{
        std::pair{Documentation::Unknown, QLatin1StringView("unknown")},
        std::pair{Documentation::Good, QLatin1StringView("good")},
        std::pair{Documentation::Poor, QLatin1StringView("poor")},
    };
};

/// Where data or a model comes from.
enum class Origin {
    Unknown,
    Own,
    Public, ///< publicly available
    Licensed,
    Customer,
};

template <>
struct Words<Origin>
{
    static constexpr std::array words{
        std::pair{Origin::Unknown, QLatin1StringView("unknown")},
        std::pair{Origin::Own, QLatin1StringView("own")},
        std::pair{Origin::Public, QLatin1StringView("public")},
        std::pair{Origin::Licensed, QLatin1StringView("licensed")},
        std::pair{Origin::Customer, QLatin1StringView("customer")},
    };
};

/// A model, dataset, prompt or component, with what is needed to recognise it again.
struct Asset
{
    Id<Asset> id;
    AssetKind kind = AssetKind::Model;
    QString name;
    QString version;
    std::optional<Id<Party>> supplier;
    std::optional<Digest> digest;
    QString originUrl;
    std::optional<QDateTime> acquiredAt;
    Origin origin = Origin::Unknown;
    Sensitivity sensitivity = Sensitivity::Unknown;
    Documentation documentation = Documentation::Unknown;
    bool usedForTraining = false;
    bool sharedWithOthers = false;
    std::optional<QDateTime> removedAt;

    friend bool operator==(const Asset &, const Asset &) = default;
};

template <>
struct Described<Asset>
{
    static constexpr auto table = QLatin1StringView("asset");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("kind"), &Asset::kind},
               Field{QLatin1StringView("name"), &Asset::name, Required},
               Field{QLatin1StringView("version"), &Asset::version},
               Field{QLatin1StringView("supplier"), &Asset::supplier},
               Field{QLatin1StringView("digest"), &Asset::digest},
               Field{QLatin1StringView("origin_url"), &Asset::originUrl},
               Field{QLatin1StringView("acquired_at"), &Asset::acquiredAt},
               Field{QLatin1StringView("origin"), &Asset::origin},
               Field{QLatin1StringView("sensitivity"), &Asset::sensitivity},
               Field{QLatin1StringView("documentation"), &Asset::documentation},
               Field{QLatin1StringView("used_for_training"), &Asset::usedForTraining},
               Field{QLatin1StringView("shared_with_others"), &Asset::sharedWithOthers},
               Field{QLatin1StringView("removed_at"), &Asset::removedAt}};
};

extern template struct EntityCode<Asset>;

}
