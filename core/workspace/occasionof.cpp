#include "core/workspace/occasionof.h"

#include "core/workspace/workspace.h"

namespace plimsoll {

Occasion occasionOf(const Workspace &workspace)
{
    return {workspace.today(), workspace.actor(), workspace.clock()};
}

}
