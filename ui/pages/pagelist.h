#pragma once

#include "ui/pages/page.h"

#include <vector>

namespace plimsoll {

class Jobs;
class Workspace;

/// Why nothing can be changed in a workspace that is open for reading only, in a sentence.
QString whyNothingChanges(const Workspace &workspace);

/// The pages of an open workspace in the order of the navigation. A page joins this list when it works, not
/// before. In a workspace that is open for reading only, nothing on them offers a change.
std::vector<PageKind> workspacePages(Workspace &workspace, Jobs &jobs);

}
