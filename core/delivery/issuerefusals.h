#pragma once

#include "core/base/progress.h"
#include "core/delivery/packagedevidence.h"
#include "core/delivery/recordsnapshot.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/issuedpackage.h"
#include "core/inventory/aisystem.h"

#include <QSet>

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

/// Refuses to put in its place one that no longer counts itself, and names the one that does.
Done refuseOutdatedReplacement(const Connection &connection, const IssuedPackage &package,
                               const IssuedPackage &by);

/// Refuses to put in its place one that leaves out a system it is about, by name: its holder would have
/// nothing in its place. Nothing is known of what earlier programs entered.
Done refuseLosingSystems(const Connection &connection, const IssuedPackage &package,
                         const QSet<Id<AiSystem>> &systemsOfTheOther);

/// Refuses, by the link, evidence that lies behind one: what it leads to is none of the workspace's. Whoever
/// writes a package looks at the file alone, not at the folder it lies in.
Done refuseLinkedEvidence(const PackagedEvidenceList &evidence, const EvidenceStore &store);

/// What the disk refused while something was made to be issued there, by the place that was asked for.
Error nothingWritten(const QString &path, Error error);

}
