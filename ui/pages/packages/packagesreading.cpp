#include "ui/pages/packages/packagesreading.h"

#include "core/storage/repository.h"
#include "ui/pages/system/inventorywords.h"

#include <algorithm>

namespace plimsoll {

Result<PackagesReading> readPackages(const Connection &connection)
{
    auto issued = Repository<IssuedPackage>(connection).all();
    const auto systems = Repository<AiSystem>(connection).all();
    auto about = systemsOfPackages(connection);
    if (!issued || !systems)
        return tl::unexpected(issued ? systems.error() : issued.error());
    if (!about)
        return tl::unexpected(about.error());
    PackagesReading reading{std::move(*issued), {}, std::move(*about)};
    std::stable_sort(reading.issued.begin(), reading.issued.end(),
                     [](const IssuedPackage &a, const IssuedPackage &b) { return a.issuedAt > b.issuedAt; });
    for (const AiSystem &system : *systems) {
        if (!system.removedAt)
            reading.systems.append({system.id, system.number, system.name, calledName(system)});
    }
    std::sort(reading.systems.begin(), reading.systems.end(),
              [](const PackageableSystem &a, const PackageableSystem &b) { return a.number < b.number; });
    return reading;
}

}
