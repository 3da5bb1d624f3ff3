#include "ui/pages/packages/packagesreading.h"

#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "ui/pages/system/inventorywords.h"

#include <algorithm>
#include <tuple>

namespace plimsoll {

namespace {

PackageableSystem packageable(const AiSystem &system, QList<Assessment> assessments)
{
    PackageableSystem found{system.id, system.number, system.name, calledName(system)};
    found.present = currentOf(assessments);
    assessments.removeIf([&found](const Assessment &each) { return each.id == found.present->id; });
    std::sort(assessments.begin(), assessments.end(), [](const Assessment &a, const Assessment &b) {
        return std::tuple(a.startedOn, a.closedOn, a.id) > std::tuple(b.startedOn, b.closedOn, b.id);
    });
    found.earlier = std::move(assessments);
    return found;
}

}

Result<PackagesReading> readPackages(const Connection &connection)
{
    auto issued = Repository<IssuedPackage>(connection).all();
    const auto systems = Repository<AiSystem>(connection).all();
    auto about = systemsOfPackages(connection);
    const auto assessments = Repository<Assessment>(connection).all();
    if (!issued || !systems)
        return tl::unexpected(issued ? systems.error() : issued.error());
    if (!about || !assessments)
        return tl::unexpected(about ? assessments.error() : about.error());
    PackagesReading reading{std::move(*issued), {}, std::move(*about)};
    std::stable_sort(reading.issued.begin(), reading.issued.end(),
                     [](const IssuedPackage &a, const IssuedPackage &b) { return a.issuedAt > b.issuedAt; });
    QHash<Id<AiSystem>, QList<Assessment>> assessmentsOf;
    for (const Assessment &assessment : *assessments) {
        if (assessment.system)
            assessmentsOf[*assessment.system].append(assessment);
    }
    for (const AiSystem &system : *systems) {
        if (!system.removedAt)
            reading.systems.append(packageable(system, assessmentsOf.value(system.id)));
    }
    std::sort(reading.systems.begin(), reading.systems.end(),
              [](const PackageableSystem &a, const PackageableSystem &b) { return a.number < b.number; });
    return reading;
}

}
