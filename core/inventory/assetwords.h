#pragma once

#include "core/inventory/asset.h"

namespace plimsoll {

QString inWords(AssetKind kind);

}
