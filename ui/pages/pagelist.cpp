#include "ui/pages/pagelist.h"

#include "ui/pages/workspace/workspacepage.h"

using namespace Qt::StringLiterals;

namespace plimsoll {

std::vector<PageKind> workspacePages(Workspace &workspace, Jobs &)
{
    return {{u"workspace"_s, WorkspacePage::tr("Workspace"), Listing::InNavigation, [&workspace] {
                 return new WorkspacePage(workspace);
             }}};
}

}
