#pragma once

#include "core/base/error.h"

namespace plimsoll {

/// Whether what is to be read was known to be there, so that it can only have gone since.
enum class Seen {
    Never,
    Before,
};

/// The sentence for what the operating system answered (an `errno`) when `path` was to be read.
Error readingError(const QString &path, int answer, Seen seen = Seen::Never);

/// The sentence for what the operating system answered (an `errno`) when `path` was to be written.
Error writingError(const QString &path, int answer);

}
