#include "core/workspace/workspacefolder.h"

#include "core/base/digest.h"
#include "core/workspace/backup.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceFolder)
};

constexpr auto suffix = ".plimsoll"_L1;
constexpr auto record = "workspace.db"_L1;

bool isNamedAsOne(const QDir &folder)
{
    return folder.dirName().endsWith(suffix, Qt::CaseInsensitive);
}

/// Whether a file lies there under the name that the store of evidence gives: its digest.
bool holdsStoredEvidence(const QDir &evidence)
{
    const auto folders = evidence.entryList({u"??"_s}, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    return std::ranges::any_of(folders, [&evidence](const QString &folder) {
        const auto files = QDir(evidence.filePath(folder)).entryList(QDir::Files | QDir::NoSymLinks);
        return std::ranges::any_of(
            files, [&folder](const QString &file) { return Digest::fromHex(folder + file).has_value(); });
    });
}

/// Other things have a folder "evidence" or "backups", too: what only a workspace has in them counts, or all
/// of its folders together.
bool hasInsideOfOne(const QDir &folder)
{
    if (!backupsIn(folder.filePath(u"backups"_s)).isEmpty() ||
        holdsStoredEvidence(QDir(folder.filePath(u"evidence"_s))))
        return true;
    const auto isThere = [&folder](const QString &part) {
        return QDir(folder.filePath(part)).exists();
    };
    const QStringList parts{u"evidence"_s, u"packages"_s, u"backups"_s};
    return isNamedAsOne(folder) ? std::ranges::any_of(parts, isThere) : std::ranges::all_of(parts, isThere);
}

}

bool isWorkspaceFolder(const QString &folder)
{
    const QDir inside(QDir(folder).absolutePath());
    if (!inside.exists())
        return false;
    return inside.exists(record) || isNamedAsOne(inside) || hasInsideOfOne(inside);
}

QString nameOfWorkspace(const QString &folder)
{
    const QString name = QFileInfo(folder).fileName();
    return name.endsWith(suffix) ? name.chopped(suffix.size()) : name;
}

Done refuseLostRecord(const QString &folder)
{
    const QDir inside(QDir(folder).absolutePath());
    if (!inside.exists() || inside.exists(record) || !hasInsideOfOne(inside))
        return {};
    const QString name = nameOfWorkspace(inside.path());
    const QString place = QDir::toNativeSeparators(inside.path());
    const QStringList backups = backupsIn(inside.filePath(u"backups"_s));
    if (!backups.isEmpty())
        return refuse(
            ErrorCode::NotFound,
            Text::tr("The record of %1 is missing: there is no file workspace.db in %2. Restore its newest "
                     "backup: \"plimsollctl restore %3 %2\", or Restore a backup in the window.")
                .arg(name, place, QDir::toNativeSeparators(backups.first())));
    return refuse(
        ErrorCode::NotFound,
        Text::tr("The record of %1 is missing: there is no file workspace.db in %2, and no backup of it in "
                 "its folder “backups”. Restore one that is kept elsewhere: \"plimsollctl restore FILE "
                 "%2\", or Restore a backup in the window.")
            .arg(name, place));
}

}
