#pragma once

#include "core/evidence/issuedsystem.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// Enters what was issued and the systems it is about; the earlier one it takes the place of is marked in the
/// same change.
Done enterInRegister(Workspace &workspace, const IssuedPackage &entry, const QList<IssuedSystem> &systems,
                     const std::optional<IssuedPackage> &replaced);

/// The change that marks a package as replaced by another of the register. Refused when they are the same,
/// the other one was itself replaced by this one, or a third one has replaced it already.
Result<ChangeSet> planReplacement(const Connection &connection, const IssuedPackage &package,
                                  const IssuedPackage &by, QDate on);

/// The change that withdraws a package; refused without a reason.
Result<ChangeSet> planWithdrawal(const IssuedPackage &package, const QString &reason, QDate on);

/// "Audit PDF" or "Audit package".
QString kindInWords(const IssuedPackage &package);
/// "current", "replaced by b.zip on 2026-11-21" or "withdrawn on 2026-11-21: sent to the wrong address". `by`
/// is the name of the package that replaced it.
QString stateInWords(const IssuedPackage &package, const QString &by);

}
