#include "core/workspace/unfinishedworkspace.h"

#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UnfinishedWorkspace)
};

constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

/// What a workspace in the making puts into its folder before anything is recorded.
bool isPartOfMaking(const QFileInfo &entry)
{
    static const QStringList folders{u"evidence"_s, u"packages"_s, u"backups"_s};
    static const QStringList files{u"workspace.db"_s, u"workspace.db-journal"_s, u"writer.lease"_s};
    if (entry.isSymLink())
        return false;
    if (entry.isDir())
        return folders.contains(entry.fileName()) && QDir(entry.filePath()).isEmpty(everything);
    return entry.isFile() && files.contains(entry.fileName());
}

Result<bool> holdsNothing(const Connection &connection)
{
    const auto version = Engine::schemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0) {
        const auto texts = Engine::schemaTexts(connection);
        return texts ? Result<bool>(texts->isEmpty()) : tl::unexpected(texts.error());
    }
    if (*version != newestFormat())
        return false;
    QStringList tables{u"journal_entry"_s};
    for (const auto &type : recordSchema().types())
        tables.append(type.table);
    for (const auto &table : tables) {
        const auto rows = connection.single(u"SELECT COUNT(*) FROM %1"_s.arg(table));
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->toLongLong() > 0)
            return false;
    }
    return true;
}

/// The first change of all, interrupted, is taken back to nothing; a journal with a page in it gives back
/// more.
bool isEmptyFile(const QString &database)
{
    constexpr qint64 pageSize = 4096;
    return QFileInfo::exists(database) && QFileInfo(database).size() == 0 &&
           QFileInfo(database + u"-journal"_s).size() <= pageSize;
}

bool isEmptyRecord(const QString &database)
{
    const auto connection = Connection::open(database, Connection::Mode::ReadOnly);
    if (!connection)
        return false;
    const auto nothing = holdsNothing(**connection);
    return nothing && *nothing;
}

}

Done refuseUnfinishedWorkspace(const QString &folder)
{
    const auto entries = QDir(folder).entryInfoList(everything);
    if (entries.isEmpty() || !std::ranges::all_of(entries, isPartOfMaking))
        return {};
    const QString database = folder + u"/workspace.db"_s;
    if (isEmptyFile(database))
        return refuse(
            ErrorCode::Damaged,
            Text::tr("%1 is empty, and there is neither evidence nor a backup beside it: the making "
                     "of this workspace was interrupted, or its record is lost. Delete the folder, "
                     "then make the workspace anew, or restore a backup kept elsewhere.")
                .arg(QDir::toNativeSeparators(database)));
    if (QFileInfo::exists(database) && !isEmptyRecord(database))
        return {};
    return refuse(
        ErrorCode::Invalid,
        Text::tr("The making of the workspace %1 was interrupted before anything was recorded in "
                 "it, or its record is lost. Delete this folder, then make the workspace anew, or restore "
                 "a backup kept elsewhere, unless another program is making it just now.")
            .arg(QDir::toNativeSeparators(folder)));
}

}
