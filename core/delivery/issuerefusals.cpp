#include "core/delivery/issuerefusals.h"

#include "core/journal/recordproof.h"
#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/workspacefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IssueRefusals)
};

/// The folder the path lies in, links followed, as far as it is there.
QString folderOf(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    std::error_code unreadable;
    const auto real = std::filesystem::weakly_canonical(folder.toStdU16String(), unreadable);
    return unreadable ? QDir::cleanPath(folder) : QString::fromStdU16String(real.generic_u16string());
}

/// The innermost workspace the folder lies in or is.
std::optional<QString> workspaceAround(const QString &folder)
{
    for (QString at = folder;; at = QFileInfo(at).path()) {
        if (isWorkspaceFolder(at))
            return at;
        if (QDir(at).isRoot() || at == QFileInfo(at).path())
            return std::nullopt;
    }
}

}

Done refuseContradiction(const Workspace &workspace, const RecordSnapshot &snapshot, const Progress &progress)
{
    const auto proof = proveRecord(snapshot.file(), recordSchema(), progress);
    if (!proof)
        return tl::unexpected(proof.error());
    const auto contradiction = proof->contradiction();
    if (!contradiction)
        return {};
    return refuse(ErrorCode::Damaged,
                  Text::tr("Nothing was issued, for the record of %1 is not what its journal says: %2 "
                           "\"plimsollctl verify %3\" checks it all; restore a backup from before, then "
                           "issue again.")
                      .arg(workspace.name(), *contradiction, QDir::toNativeSeparators(workspace.folder())));
}

Done refusePlaceInWorkspace(const QString &path)
{
    const QString folder = folderOf(path);
    const auto workspace = workspaceAround(folder);
    if (!workspace)
        return {};
    const QString packages = QDir(*workspace).filePath(u"packages"_s);
    if (folder == packages || folder.startsWith(packages + u'/'))
        return {};
    return refuse(ErrorCode::Conflict,
                  Text::tr("%1 lies in the workspace %2 beside its record, evidence and backups, where "
                           "nothing is issued to. Choose a place outside it, or its folder %3.")
                      .arg(QDir::toNativeSeparators(path), QDir::toNativeSeparators(*workspace),
                           QDir::toNativeSeparators(packages)));
}

Done refuseSecondReplacement(const Connection &connection, const IssuedPackage &package)
{
    if (package.state != IssueState::Replaced || !package.replacedBy)
        return {};
    const auto successor = Repository<IssuedPackage>(connection).find(*package.replacedBy);
    if (!successor)
        return tl::unexpected(successor.error());
    if (!*successor)
        return {};
    return refuse(ErrorCode::Conflict, Text::tr("%1 was replaced by %2 already. Replace %2 instead.")
                                           .arg(package.fileName, (*successor)->fileName));
}

}
