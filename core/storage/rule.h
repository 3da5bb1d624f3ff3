#pragma once

#include "core/base/result.h"
#include "core/record/changeset.h"
#include "core/storage/connection.h"

#include <functional>

namespace plimsoll {

/// Looks at a change before it is written, within its transaction: the rows are still those before it. A
/// refusal stops the whole change set.
using Rule = std::function<Done(const ChangeSet &, const Connection &)>;

}
