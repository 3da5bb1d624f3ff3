#pragma once

#include "core/evidence/integrity.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace plimsoll {

/// What a check of a stored file found, and when.
struct FileCheck
{
    Integrity integrity = Integrity::Unchanged;
    QDateTime at;

    friend bool operator==(const FileCheck &, const FileCheck &) = default;
};

/// By the digest of the file; what is not here was not checked.
using FileChecks = QHash<Digest, FileCheck>;

/// What was kept of earlier checks. It is an observation of these very files on this disk and no part of the
/// record: it lies beside the store in a file of its own, is in no package and no backup, and counts only
/// while the file on the disk is the one that was looked at, so a copy of the workspace, and a file that was
/// written to since, have not been checked. What cannot be read counts as not checked.
FileChecks keptChecks(const EvidenceStore &store);
/// The same of these files alone: no other is looked at.
FileChecks keptChecks(const EvidenceStore &store, const QSet<Digest> &of);

/// What is known of these files without reading them: missing, or of another size now; else what was kept.
FileChecks lookedAt(const EvidenceStore &store, const std::vector<Fingerprint> &files, const FileChecks &kept,
                    const QDateTime &at);
/// Reads them anew. `progress` counts bytes; cancelling is the only refusal.
Result<FileChecks> checkedAnew(const EvidenceStore &store, const std::vector<Fingerprint> &files,
                               const QDateTime &at, const Progress &progress = unwatched());

/// Adds those of `others` that are about other files, or later.
void addNewer(FileChecks &checks, const FileChecks &others);

/// Keeps these besides what was kept of other files.
Done keepChecks(const EvidenceStore &store, const FileChecks &checks);

}
