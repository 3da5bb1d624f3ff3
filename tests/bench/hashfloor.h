#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace plimsoll::bench {

/// The floor for all that fingerprints: seconds to read the files and hash them with OpenSSL's EVP on one
/// core.
Result<double> secondsToHash(const QStringList &files);

}
