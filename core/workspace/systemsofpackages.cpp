#include "core/workspace/systemsofpackages.h"

#include "core/storage/repository.h"

namespace plimsoll {

Result<SystemsOfPackages> systemsOfPackages(const Connection &connection)
{
    const auto all = Repository<IssuedSystem>(connection).all();
    if (!all)
        return tl::unexpected(all.error());
    SystemsOfPackages systems;
    for (const IssuedSystem &each : *all)
        systems[each.package].insert(each.system);
    return systems;
}

}
