#pragma once

#include <QString>

namespace plimsoll {

/// Whether the folder is a workspace, be it one that lost its record: the record or a backup of it is in it,
/// or it is named as workspaces are.
bool isWorkspaceFolder(const QString &folder);

}
