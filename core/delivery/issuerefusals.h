#pragma once

#include "core/base/progress.h"
#include "core/delivery/recordsnapshot.h"
#include "core/evidence/issuedpackage.h"

namespace plimsoll {

/// Refuses, with what differs and the way out, when the record in this snapshot of the workspace is not what
/// its journal says: whoever receives what is issued from it would find that it contradicts itself.
Done refuseContradiction(const Workspace &workspace, const RecordSnapshot &snapshot,
                         const Progress &progress);

/// Refuses to write a file at the path when it would lie in a workspace's folder beside its record, evidence
/// and backups. Its folder packages/ is free. Links are followed.
Done refusePlaceInWorkspace(const QString &path);

/// Refuses, by name, to replace a package that another one has replaced already.
Done refuseSecondReplacement(const Connection &connection, const IssuedPackage &package);

}
