#pragma once

#include "core/workspace/occasion.h"

namespace plimsoll {

class Workspace;

/// Today, in the workspace's own time zone, and the person who acts in it.
Occasion occasionOf(const Workspace &workspace);

}
