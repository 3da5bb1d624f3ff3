#pragma once

#include "core/package/packagereader.h"

namespace plimsoll {

/// The package in a folder. Links and devices in it are refused, never followed.
Result<std::unique_ptr<PackageContainer>> openFolderContainer(const QString &path,
                                                              const PackageLimits &limits);

}
