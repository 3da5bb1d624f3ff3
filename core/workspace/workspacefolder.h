#pragma once

#include "core/base/result.h"

#include <QString>

namespace plimsoll {

/// Whether the folder is a workspace, be it one that lost its record: the record, a backup of it, or what
/// only a workspace has inside is in it, or it is named as workspaces are.
bool isWorkspaceFolder(const QString &folder);

/// What people call the workspace in that folder: its name without ".plimsoll".
QString nameOfWorkspace(const QString &folder);

/// Refuses a workspace that lost its record: it is neither to be opened nor a place for a new one, and the
/// refusal says how a backup brings the record back. Any other folder is fine here.
Done refuseLostRecord(const QString &folder);

}
