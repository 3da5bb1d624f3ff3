#pragma once

#include "core/journal/earlierhead.h"
#include "core/workspace/workspace.h"

#include <QJsonObject>

namespace plimsoll {

/// What proving a whole workspace found: the journal's chain, the rows against the journal, the evidence
/// files against their digests, and the journal against an earlier head of it.
struct WorkspaceVerification
{
    /// Of chain, rows and evidence, in this order, and of the earlier head where one was given.
    QList<Proof> proofs;
    QStringList
        leftovers{};    ///< files of the evidence folder that nothing refers to; they prove nothing wrong
    JournalHead head{}; ///< where the journal ends; empty where the chain is broken
    bool onlyUnread =
        false;        ///< evidence files could not be read, and every one that could is as it was stored
    QString wayOut{}; ///< where the record does not hold: where it lies, and what to restore

    [[nodiscard]] bool holds() const;
    /// Whatever became of the evidence files.
    [[nodiscard]] bool recordHolds() const;
    [[nodiscard]] bool wasHeldAgainstEarlierHead() const;
    /// Nothing is found wrong, and not everything could be looked at.
    [[nodiscard]] bool couldNotTell() const;
};

/// Proves a snapshot of the workspace; people may go on writing meanwhile. `earlier` is where its journal
/// ended by an earlier report or package: without it, a journal that was rewritten as a whole does not show.
Result<WorkspaceVerification> verifyWorkspace(const Workspace &workspace,
                                              const Progress &progress = unwatched(),
                                              const std::optional<JournalHead> &earlier = {});

/// Where the journal ends, and how to find out whether it was rewritten as a whole; nothing where the chain
/// is broken.
QStringList headInWords(const WorkspaceVerification &verification);

/// A sentence, then the paths of the first twenty, a line each; nothing where there are none.
QStringList leftoversInWords(const WorkspaceVerification &verification);

/// The verdict first, then its reasons, the way out, the journal's head and what was left over, a line each.
QStringList inWords(const WorkspaceVerification &verification);

/// The same for programs; the keys never change: verified, proofs: [{holds, statement,
/// checked}], head: {entries, digest} or null where the chain is broken, unreferenced: [path].
QJsonObject toJson(const WorkspaceVerification &verification);

}
