#pragma once

#include "core/base/error.h"

namespace plimsoll {

/// What a write of several entries ends with when one is refused and earlier ones stand: `standing` says
/// what is in the record, and the refusal why the rest is not, without the promise that nothing was changed.
/// Its own words stay in the details.
Error afterPartWasWritten(const QString &standing, const Error &refusal);

}
