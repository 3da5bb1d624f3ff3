#pragma once

#include "core/journal/verification.h"
#include "core/workspace/workspace.h"

#include <QJsonObject>

namespace plimsoll {

/// What proving a whole workspace found: the journal's chain, the rows against the journal, the evidence
/// files against their digests.
struct WorkspaceVerification
{
    QList<Finding> findings; ///< of chain, rows and evidence, in this order
    QStringList
        leftovers{}; ///< files of the evidence folder that nothing refers to; they prove nothing wrong
    bool onlyUnread =
        false; ///< evidence files could not be read, and every one that could is as it was stored

    [[nodiscard]] bool holds() const;
    /// Whatever became of the evidence files.
    [[nodiscard]] bool recordHolds() const;
    /// Nothing is found wrong, and not everything could be looked at.
    [[nodiscard]] bool couldNotTell() const;
};

/// Proves a snapshot of the workspace; people may go on writing meanwhile.
Result<WorkspaceVerification> verifyWorkspace(const Workspace &workspace,
                                              const Progress &progress = unwatched());

/// A sentence, then the paths of the first twenty, a line each; nothing where there are none.
QStringList leftoversInWords(const WorkspaceVerification &verification);

/// The verdict first, then its reasons and what was left over, a line each.
QStringList inWords(const WorkspaceVerification &verification);

/// The same for programs; the keys never change: verified, findings: [{holds, statement,
/// checked}], unreferenced: [path].
QJsonObject toJson(const WorkspaceVerification &verification);

}
