#pragma once

#include "core/record/recordrows.h"
#include "core/workspace/workspace.h"

#include <QStringList>

namespace plimsoll {

/// What anybody can make of a package who has no Plimsoll: a workspace in the new folder with exactly these
/// rows and these files as evidence. Its journal begins with the rebuild. Fails the test loudly.
std::unique_ptr<Workspace> rebuiltWorkspace(const RecordRows &rows, const QStringList &evidenceFiles,
                                            const QString &folder, const Clock &clock);

}
