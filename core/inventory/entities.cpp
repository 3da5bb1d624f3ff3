#include "core/inventory/aisystem.h"
#include "core/inventory/asset.h"
#include "core/inventory/assetlink.h"
#include "core/inventory/limitation.h"
#include "core/inventory/systemevent.h"

namespace plimsoll {

template struct EntityCode<AiSystem>;
template struct EntityCode<Asset>;
template struct EntityCode<AssetLink>;
template struct EntityCode<Limitation>;
template struct EntityCode<SystemEvent>;

}
