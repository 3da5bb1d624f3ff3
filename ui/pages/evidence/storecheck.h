#pragma once

#include "core/base/progress.h"
#include "core/workspace/attaching.h"
#include "ui/pages/evidence/evidencewords.h"

namespace plimsoll {

class Workspace;

/// What a look at the stored files found.
struct StoreCheck
{
    std::vector<Fingerprint> files;
    std::vector<Integrity> found; ///< of the file at the same place

    [[nodiscard]] qsizetype intact() const;
};

/// Reads every stored file of these pieces anew, each once.
Result<StoreCheck> checkStore(const QString &storeFolder, const QList<Evidence> &evidence,
                              const Progress &progress);

/// The same, and keeps what was found for the next start where the folder can be written to.
Result<StoreCheck> checkAndKeep(const Workspace &workspace, const QList<Evidence> &evidence,
                                const Progress &progress);

/// What came of attaching, and what of these pieces is known not to be intact still: a sentence a line, the
/// reason of each refusal among them.
QString inWords(const Attached &attached, const QList<Evidence> &evidence, const FileChecks &checks);

/// One sentence: that all is well, or what is wrong with which files.
QString inWords(const StoreCheck &check, const QList<Evidence> &evidence);

}
