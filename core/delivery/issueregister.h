#pragma once

#include "core/evidence/issuedsystem.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// Enters what was issued and the systems it is about, in the name of whoever had it issued; the earlier one
/// it takes the place of is marked in the same change. Refused when another took that place since it was
/// read.
Done enterInRegister(Workspace &workspace, const Id<Person> &person, const IssuedPackage &entry,
                     const QList<IssuedSystem> &systems, const std::optional<IssuedPackage> &replaced);

/// Withdraws what was entered and then did not reach its place, and lets the one count again that it took the
/// place of; answers why, as its holder should read it.
Error withdrawUnplaced(Workspace &workspace, const Id<Person> &person, const IssuedPackage &entry,
                       const std::optional<IssuedPackage> &replaced, const Error &reason);

/// The change that marks a package as replaced by another of the register. Refused when they are the same, a
/// third one has replaced it already, the other one no longer counts itself, or leaves out a system it is
/// about.
Result<ChangeSet> planReplacement(const Connection &connection, const IssuedPackage &package,
                                  const IssuedPackage &by, QDate on);

/// The change that withdraws a package; refused without a reason.
Result<ChangeSet> planWithdrawal(const IssuedPackage &package, const QString &reason, QDate on);

/// Whether the file is, to the byte, one that the register knows: the report with that fingerprint, or the
/// package with that seal and size, complete and unchanged. Whatever is no ordinary file is not.
Result<bool> isInRegister(const Connection &connection, const QString &path);

/// "Audit PDF" or "Audit package".
QString kindInWords(const IssuedPackage &package);
/// "current", "replaced by b.zip on 2026-11-21" or "withdrawn on 2026-11-21: sent to the wrong address". `by`
/// is the name of the package that replaced it.
QString stateInWords(const IssuedPackage &package, const QString &by);

}
