#pragma once

#include "core/base/hindrance.h"
#include "ui/pages/page.h"

#include <vector>

namespace plimsoll {

class Jobs;
class Workspace;

/// Why nothing can be changed in a workspace that is open for reading only, and the way out.
QString whyNothingChanges(const Workspace &workspace);
/// The same of a workspace of that name whose files, `owner`'s, have this hindrance; `holder` writes in it
/// ("ana on pc-7") when that is not empty.
QString whyNothingChanges(const QString &name, Hindrance hindrance, const QString &owner,
                          const QString &holder);

/// The pages of an open workspace in the order of the navigation. A page joins this list when it works, not
/// before. In a workspace that is open for reading only, nothing on them offers a change.
std::vector<PageKind> workspacePages(Workspace &workspace, Jobs &jobs);

}
