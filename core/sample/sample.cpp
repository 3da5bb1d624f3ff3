#include "core/sample/sample.h"

namespace plimsoll {

const SampleAsset *Sample::asset(const QString &id) const
{
    for (const auto &system : systems) {
        for (const auto &asset : system.assets) {
            if (asset.id == id)
                return &asset;
        }
    }
    return nullptr;
}

}
