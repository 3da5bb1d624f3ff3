#pragma once

#include "core/workspace/workspace.h"

namespace plimsoll {

class Jobs;

enum class Turn { Undo, Redo };

/// Undoes or redoes what was changed last. What takes several commits is among the jobs while it lasts, with
/// how far it is, and can be cancelled there.
QFuture<Result<Committed>> turnAsJob(Turn turn, Workspace &workspace, Jobs &jobs);

}
