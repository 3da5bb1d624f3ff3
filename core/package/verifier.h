#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/package/packagelimits.h"
#include "core/package/verification.h"

namespace plimsoll {

/// Checks any BagIt package (0.93 to 1.0), a ZIP file or a folder, against its own list, and its seal against
/// the one expected. Nothing is unpacked, nothing fetched. What is wrong with the package is in the
/// verification; refused only when there is nothing at `path`, it cannot be read, or the check was cancelled.
Result<Verification> verify(const QString &path, const Progress &progress,
                            std::optional<Digest> expectedSeal = {}, const PackageLimits &limits = {});

}
