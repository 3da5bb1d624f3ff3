#pragma once

#include "core/base/progress.h"
#include "core/delivery/recordjson.h"
#include "core/workspace/workspace.h"

#include <QStringList>

namespace plimsoll {

/// Makes a workspace in `folder`, which must be new or empty, with exactly the rows of the record and with
/// the evidence files, and opens it to be worked in. Its journal begins with the rebuild: the history stays
/// in the package. A file the record names must be among `evidenceFiles`; others are left alone. Refused, it
/// leaves nothing.
Result<std::unique_ptr<Workspace>> rebuildWorkspace(const RecordDocument &record,
                                                    const QStringList &evidenceFiles, const QString &folder,
                                                    const Clock &clock,
                                                    const Progress &progress = unwatched());

}
