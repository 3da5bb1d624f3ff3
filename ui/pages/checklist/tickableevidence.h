#pragma once

#include "core/base/result.h"
#include "ui/models/ticklistmodel.h"

namespace plimsoll {

class Connection;

/// All evidence of the workspace as things to tick, by title.
Result<QList<Tickable>> tickableEvidence(const Connection &connection);

}
