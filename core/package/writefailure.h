#pragma once

#include "core/base/error.h"

#include <QFileDevice>

namespace plimsoll {

/// Why `path` could not be written, in words: a full disk is told apart from a forbidden place.
Error writeFailure(const QFileDevice &file, const QString &path);

}
