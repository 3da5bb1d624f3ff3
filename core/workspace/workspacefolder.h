#pragma once

#include <QString>

namespace plimsoll {

/// Whether the folder is a workspace, be it one that lost its record: there is the record in it, or both its
/// evidence and its backups, or it is named as workspaces are.
bool isWorkspaceFolder(const QString &folder);

}
