#include "core/delivery/issuerefusals.h"

#include "core/base/calledname.h"
#include "core/base/diskfile.h"
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

const QString systemsSql = u"SELECT a.id, a.name, a.version FROM issued_system s "
                           "JOIN ai_system a ON a.id = s.system WHERE s.package = ?"_s;

/// The packages that took its place one after the other, each once: the last is the one that counts.
Result<QList<IssuedPackage>> successorsOf(const Connection &connection, const IssuedPackage &package)
{
    const Repository<IssuedPackage> packages(connection);
    QList<IssuedPackage> successors;
    QSet<Id<IssuedPackage>> met{package.id};
    for (auto next = package.replacedBy; next && !met.contains(*next);) {
        const auto found = packages.find(*next);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        met.insert(*next);
        successors.append(**found);
        next = (*found)->replacedBy;
    }
    return successors;
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
    const auto successors = successorsOf(connection, package);
    if (!successors)
        return tl::unexpected(successors.error());
    if (successors->isEmpty())
        return {};
    return refuse(ErrorCode::Conflict,
                  Text::tr("%1 was replaced by %2 already. Replace %3 instead.")
                      .arg(package.fileName, successors->first().fileName, successors->last().fileName));
}

Done refuseOutdatedReplacement(const Connection &connection, const IssuedPackage &package,
                               const IssuedPackage &by)
{
    if (by.state == IssueState::Withdrawn)
        return refuse(ErrorCode::Invalid,
                      Text::tr("%1 was withdrawn, so it cannot take the place of %2. Choose another package.")
                          .arg(by.fileName, package.fileName));
    if (!by.replacedBy)
        return {};
    const auto successors = successorsOf(connection, by);
    if (!successors)
        return tl::unexpected(successors.error());
    for (const IssuedPackage &successor : *successors) {
        if (successor.id == package.id)
            return refuse(ErrorCode::Invalid,
                          Text::tr("%1 was itself replaced by %2. Choose another package.")
                              .arg(by.fileName, package.fileName));
    }
    const IssuedPackage &last = successors->isEmpty() ? by : successors->last();
    return refuse(ErrorCode::Invalid,
                  Text::tr("%1 was itself replaced, and what counts in its place is %2. Choose that one.")
                      .arg(by.fileName, last.fileName));
}

Done refuseLosingSystems(const Connection &connection, const IssuedPackage &package,
                         const QSet<Id<AiSystem>> &systemsOfTheOther)
{
    QStringList missing;
    auto read = connection.each(systemsSql, {package.id.text()}, [&](const Row &row) {
        if (!systemsOfTheOther.contains(Id<AiSystem>::fromText(row.text(0))))
            missing.append(calledName(row.text(1), row.text(2)));
    });
    if (!read || missing.isEmpty())
        return read;
    missing.sort();
    return refuse(ErrorCode::Invalid,
                  Text::tr("%1 is about %2 too, and what is to take its place is not: whoever holds %1 would "
                           "have nothing for that. Choose one with all the systems of %1, or withdraw %1.")
                      .arg(package.fileName, missing.join(u", "_s)));
}

Done refuseLinkedEvidence(const PackagedEvidenceList &evidence, const EvidenceStore &store)
{
    for (const PackagedEvidence &packaged : evidence.all()) {
        const auto &digest = packaged.evidence.digest;
        if (!digest || !store.isLinked(*digest))
            continue;
        if (const auto opened = store.openFile(*digest); !opened)
            return tl::unexpected(opened.error());
    }
    return {};
}

Error nothingWritten(const QString &path, Error error)
{
    const QString asked = QDir::toNativeSeparators(path);
    if (error.code == ErrorCode::Storage && !error.message.contains(asked))
        error.message = Text::tr("Nothing was written to “%1”. %2").arg(asked, error.message);
    return error;
}

}
