#pragma once

#include "ui/pages/page.h"

#include <vector>

namespace plimsoll {

class Jobs;
class Workspace;

/// The pages of an open workspace in the order of the navigation. A page joins this list when it works, not
/// before.
std::vector<PageKind> workspacePages(Workspace &workspace, Jobs &jobs);

}
