#pragma once

#include "ui/models/recordmodel.h"
#include "ui/pages/system/systemreading.h"

namespace plimsoll {

/// An asset as the inventory lists it.
struct AssetRow
{
    Asset asset;
    QString supplier;

    friend bool operator==(const AssetRow &, const AssetRow &) = default;
};

using AssetModel = RecordModel<AssetRow>;

std::unique_ptr<AssetModel> makeAssetModel();

}
