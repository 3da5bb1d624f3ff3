#pragma once

#include "core/base/progress.h"
#include "core/base/temporaryfolder.h"
#include "core/delivery/packageproof.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// A package of ours that was proven and can be read like a workspace: the rows of its record, and its log as
/// the journal. Evidence files stay in the package until they are asked for. Gone with this object.
class OpenedPackage
{
public:
    /// Opens a ZIP file or a folder. Refused when the package is not complete and unchanged against its own
    /// list, holds no record, its record or log cannot be read, or what is in it contradicts itself.
    static Result<std::unique_ptr<OpenedPackage>> open(const QString &path, const Clock &clock,
                                                       const Progress &progress = unwatched());

    /// Puts the evidence files where the workspace looks for them, for whoever wants to see what is in them.
    Done unpackEvidence(const Progress &progress = unwatched());

    [[nodiscard]] const Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] const CatalogueReference &catalogue() const { return m_catalogue; }
    /// Which assessment of each system the report in the package tells.
    [[nodiscard]] const NamedAssessments &told() const { return m_told; }

    /// Of its list of files, as it was when it was proven; none of a package that has no sealed list.
    [[nodiscard]] const std::optional<Digest> &seal() const { return m_seal; }

    /// Ends the reading: there is no workspace any more. What was unpacked, which may be much, goes with the
    /// last owner of the answer.
    [[nodiscard]] std::shared_ptr<TemporaryFolder> letGo();

private:
    OpenedPackage(QString path, TemporaryFolder folder)
        : m_path(std::move(path))
        , m_folder(std::make_shared<TemporaryFolder>(std::move(folder)))
    {
    }

    QString m_path;
    std::shared_ptr<TemporaryFolder> m_folder;
    CatalogueReference m_catalogue;
    NamedAssessments m_told;
    std::optional<Digest> m_seal;
    std::unique_ptr<Workspace> m_workspace;
};

/// Whether something at this path could be a package: a ZIP file, or a folder with bagit.txt.
bool looksLikePackage(const QString &path);

/// The package against its list, and that list against what every package of ours holds: what was taken out
/// of one of ours together with its line is missing too. The record, the journal and the seal are left to
/// verifyPackagedRecord().
Result<Verification> verifyList(const QString &path, std::optional<Digest> expectedSeal,
                                const Progress &progress);

/// Proves what is in a package against each other once its list has been found good: its log, its rows
/// against the log, its evidence files against the rows. A package that names Plimsoll or holds a record is
/// ours, and one that lacks a part every package of ours has, its sealed list too, is broken. Nothing when
/// the package is none of ours.
Result<std::optional<PackagedRecord>> verifyPackagedRecord(const Verification &list,
                                                           const Progress &progress = unwatched(),
                                                           const std::optional<JournalHead> &earlier = {});

}
