#pragma once

#include "core/workspace/systemsofpackages.h"

namespace plimsoll {

/// A system that can be put into a package.
struct PackageableSystem
{
    Id<AiSystem> id;
    QString number;
    QString name;
    QString called;                         ///< with its version
    std::optional<Assessment> present = {}; ///< which counts
    QList<Assessment> earlier = {};         ///< the others, the newest first

    friend bool operator==(const PackageableSystem &, const PackageableSystem &) = default;
};

/// What the page of the packages shows.
struct PackagesReading
{
    QList<IssuedPackage> issued;      ///< newest first
    QList<PackageableSystem> systems; ///< by number
    SystemsOfPackages about = {};
};

Result<PackagesReading> readPackages(const Connection &connection);

}
