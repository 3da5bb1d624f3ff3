#pragma once

#include "core/base/error.h"

namespace plimsoll {

/// The sentence for what the operating system answered (an `errno`) when `path` was to be read.
Error readingError(const QString &path, int answer);

/// The sentence for what the operating system answered (an `errno`) when `path` was to be written.
Error writingError(const QString &path, int answer);

}
