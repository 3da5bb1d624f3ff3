#pragma once

#include "core/base/result.h"

#include <QDateTime>

namespace plimsoll {

/// The moment that SOURCE_DATE_EPOCH names: seconds since 1970, UTC, written in digits alone. Refused outside
/// the years 1980 to 2107, which are all that a ZIP file can tell.
/// Source: https://reproducible-builds.org/specs/source-date-epoch/
Result<QDateTime> momentOfEpoch(const QString &seconds);

}
