#include "core/workspace/profile.h"

namespace plimsoll {

template struct EntityCode<WorkspaceProfile>;

}
