#pragma once

#include "core/storage/rule.h"

namespace plimsoll {

/// Days that people write lie in the years 1900 to 2200: everything else is a slip of the pen.
Done daysAreOfOurTime(const ChangeSet &changeSet, const Connection &connection);

/// What evidence covers and what an assessment speaks of does not end before it begins.
Done periodsEndAfterTheyBegin(const ChangeSet &changeSet, const Connection &connection);

}
