#pragma once

#include "core/base/progress.h"
#include "core/base/temporaryfolder.h"
#include "core/delivery/journalexcerpt.h"
#include "core/delivery/recordjson.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// A package of ours that was proven and can be read like a workspace: the rows of its record, and its log as
/// the journal. Evidence files stay in the package. Gone with this object.
class OpenedPackage
{
public:
    /// Opens a ZIP file or a folder. Refused when the package is not complete and unchanged against its own
    /// list, holds no record, or its record or log cannot be read.
    static Result<std::unique_ptr<OpenedPackage>> open(const QString &path, const Clock &clock,
                                                       const Progress &progress = unwatched());

    [[nodiscard]] const Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] const CatalogueReference &catalogue() const { return m_catalogue; }

private:
    explicit OpenedPackage(TemporaryFolder folder)
        : m_folder(std::move(folder))
    {
    }

    TemporaryFolder m_folder;
    CatalogueReference m_catalogue;
    std::unique_ptr<Workspace> m_workspace;
};

/// Whether something at this path could be a package: a ZIP file, or a folder with bagit.txt.
bool looksLikePackage(const QString &path);

/// What the record and the log in a package say beyond its list of fingerprints.
struct PackagedRecord
{
    JournalExcerpt journal;
    qint64 rows = 0;
    QStringList problems; ///< sentences; empty when the log is unbroken and every row is what it says
};

/// Proves the log in a package and its rows against it; nothing when the package is none of ours. The
/// fingerprints themselves are verify()'s.
Result<std::optional<PackagedRecord>> verifyPackagedRecord(const QString &path,
                                                           const Progress &progress = unwatched());

}
