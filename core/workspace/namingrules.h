#pragma once

#include "core/storage/rule.h"

namespace plimsoll {

/// Refuses to call a system so that people take it for another one; see SystemNames::confusions(). Two that
/// were taken for each other already, in a record of an older program, are mended one after the other, and
/// come back as they were when one of them was removed.
Done systemsAreToldApart(const ChangeSet &changeSet, const Connection &connection);

}
