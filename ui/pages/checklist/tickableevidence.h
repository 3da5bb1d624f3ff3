#pragma once

#include "core/base/result.h"
#include "ui/models/ticklistmodel.h"

namespace plimsoll {

class Workspace;

/// All evidence of the workspace as things to tick, by title; read with a connection of its own.
Result<QList<Tickable>> tickableEvidence(const Workspace &workspace);

}
