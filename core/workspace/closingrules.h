#pragma once

#include "core/storage/rule.h"

namespace plimsoll {

/// Refuses to close an assessment of a system without writing down what it rests on and what was found, or
/// when either was changed by somebody else since that was read.
Done closingsSayWhatIs(const ChangeSet &changeSet, const Connection &connection);

/// Refuses to take evidence out of the record on which a closed assessment rests, be it through a platform.
Done evidenceOfClosingsStays(const ChangeSet &changeSet, const Connection &connection);

}
