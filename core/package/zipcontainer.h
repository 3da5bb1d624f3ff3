#pragma once

#include "core/package/packagereader.h"

namespace plimsoll {

/// The package in a ZIP file, with every check libzip leaves to its caller.
Result<std::unique_ptr<PackageContainer>> openZipContainer(const QString &path, const PackageLimits &limits);

}
