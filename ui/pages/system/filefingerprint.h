#pragma once

#include "core/base/digest.h"
#include "core/base/progress.h"
#include "core/base/result.h"

namespace plimsoll {

/// Reads the file once through a small buffer; `progress` counts bytes. Anything but a regular file is
/// refused.
Result<Digest> fingerprintOf(const QString &file, const Progress &progress);

}
