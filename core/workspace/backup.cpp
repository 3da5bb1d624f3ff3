#include "core/workspace/backup.h"

#include "core/base/newfolder.h"
#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/workspace.h"
#include "core/workspace/writelease.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QUuid>

#include <optional>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

/// A file that is gone again unless it was kept.
class Provisional
{
public:
    explicit Provisional(QString file)
        : m_file(std::move(file))
    {
    }
    ~Provisional()
    {
        if (!m_kept)
            QFile::remove(m_file);
    }
    Provisional(const Provisional &) = delete;
    Provisional &operator=(const Provisional &) = delete;

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] Done renameTo(const QString &target)
    {
        if (!QFile::rename(m_file, target))
            return refuse(ErrorCode::Storage,
                          Text::tr("%1 could not be put in its place. Nothing was changed.").arg(target));
        m_kept = true;
        return {};
    }

private:
    QString m_file;
    bool m_kept = false;
};

QString provisionalName(const QString &folder)
{
    return folder + u"/unfinished-"_s + QUuid::createUuid().toString(QUuid::Id128) + u".db"_s;
}

Result<QList<qint64>> countRows(const Connection &connection)
{
    QList<qint64> counts;
    QStringList tables{u"journal_entry"_s, u"journal_part"_s};
    for (const auto &type : recordSchema().types())
        tables.append(type.table);
    for (const auto &table : tables) {
        const auto count = connection.single(u"SELECT COUNT(*) FROM %1"_s.arg(table));
        if (!count)
            return tl::unexpected(count.error());
        counts.append(count->toLongLong());
    }
    return counts;
}

Done compareCopy(const QString &copy, const QList<qint64> &expected)
{
    auto opened = Connection::open(copy, Connection::Mode::ReadOnly);
    if (!opened)
        return tl::unexpected(opened.error());
    if (auto sound = Engine::quickCheck(**opened); !sound)
        return sound;
    const auto counts = countRows(**opened);
    if (!counts)
        return tl::unexpected(counts.error());
    if (*counts != expected)
        return refuse(ErrorCode::Storage, Text::tr("The backup does not hold as much as the workspace, so it "
                                                   "was thrown away. Check the disk and "
                                                   "try again."));
    return {};
}

constexpr auto stamp = "yyyyMMdd'T'HHmmsszzz'Z'"_L1;

QString backupName(const QDateTime &at)
{
    return u"workspace-%1.db"_s.arg(at.toUTC().toString(stamp));
}

/// What was replaced because it was broken is no backup to go back to.
QString damagedName(const QDateTime &at)
{
    return u"damaged-%1.db"_s.arg(at.toUTC().toString(stamp));
}

bool isDue(const QString &databaseFile, const QString &folder, const QDateTime &at)
{
    const QStringList backups = backupsIn(folder);
    if (backups.isEmpty())
        return true;
    const QDateTime newest = madeAt(backups.first());
    return !newest.isValid() || (newest.addDays(1) <= at && QFileInfo(databaseFile).lastModified() > newest);
}

/// Takes along the journal of a commit that was interrupted: left behind, it would be played back into
/// whatever stands under the name next.
bool moveWithJournal(const QString &database, const QString &target)
{
    const QString journal = u"-journal"_s;
    const bool hasJournal = QFile::exists(database + journal);
    if (hasJournal && !QFile::rename(database + journal, target + journal))
        return false;
    if (QFile::rename(database, target))
        return true;
    if (hasJournal)
        QFile::rename(target + journal, database + journal);
    return false;
}

void removeBeyond(const QString &folder, qint64 budget)
{
    qint64 total = 0;
    bool newest = true;
    for (const auto &file : backupsIn(folder)) {
        total += QFileInfo(file).size();
        if (!newest && total > budget)
            QFile::remove(file);
        newest = false;
    }
}

/// Whose record a database holds.
struct RecordOf
{
    QString workspace; ///< its id
    QString organisation;
    QString begunOn;
    bool isSound = true;
};

const QString readRecordOf =
    u"SELECT workspace_profile.id, party.name, workspace_profile.created_at FROM workspace_profile "
    "JOIN party ON party.id = workspace_profile.organisation"_s;

Result<RecordOf> recordIn(const Connection &connection)
{
    std::optional<RecordOf> found;
    const auto read = connection.each(readRecordOf, {}, [&](const Row &row) {
        found = RecordOf{row.text(0), row.text(1), row.text(2).section(u'T', 0, 0)};
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return refuse(ErrorCode::Damaged,
                      Text::tr("%1 does not say whose workspace it is.").arg(connection.file()));
    return *found;
}

/// Of a database that cannot say whose it is, unlike one that may only not be asked now.
bool isBroken(const Error &error)
{
    return error.code == ErrorCode::Damaged || error.code == ErrorCode::Foreign ||
           error.code == ErrorCode::Storage;
}

/// The record that would be replaced; nothing when there is none, or it is broken.
Result<std::optional<RecordOf>> recordHeld(const QString &database)
{
    if (!QFile::exists(database))
        return std::optional<RecordOf>();
    const auto connection = Connection::open(database, Connection::Mode::ReadOnly);
    auto record = connection ? recordIn(**connection) : tl::unexpected(connection.error());
    if (!record && isBroken(record.error()))
        return std::optional<RecordOf>();
    if (!record)
        return tl::unexpected(record.error());
    record->isSound = Engine::quickCheck(**connection).has_value();
    return std::optional(*record);
}

/// Copies the backup and brings the copy up to date.
Result<RecordOf> bring(const QString &backup, const QString &copy)
{
    const auto source = Connection::open(backup, Connection::Mode::ReadOnly);
    if (!source)
        return tl::unexpected(source.error());
    if (auto sound = Engine::quickCheck(**source); !sound)
        return tl::unexpected(sound.error());
    if (auto copied = (*source)->snapshotInto(copy); !copied)
        return tl::unexpected(copied.error());
    const auto restored = Connection::open(copy, Connection::Mode::ReadWrite);
    if (!restored)
        return tl::unexpected(restored.error());
    if (auto migrated = migrate(**restored); !migrated)
        return tl::unexpected(migrated.error());
    if (auto known = checkSchema(**restored); !known)
        return tl::unexpected(known.error());
    return recordIn(**restored);
}

/// Where else to look.
QString otherBackup(const QString &backup, const QString &backups)
{
    QStringList others = backupsIn(backups);
    others.removeAll(QFileInfo(backup).absoluteFilePath());
    return others.isEmpty() ? Text::tr("Name a file out of the folder “backups” of the workspace.")
                            : Text::tr("The newest other backup of the workspace is %1.").arg(others.first());
}

/// Refusals of databases speak of workspaces to be opened; here somebody named a backup.
Error inWordsOfBackup(Error error, const QString &copy, const QString &backup, const QString &backups)
{
    const auto say = [&](const QString &sentence) {
        error.message = sentence.arg(backup) + u' ' + otherBackup(backup, backups);
        return error;
    };
    switch (error.code) {
    case ErrorCode::NotFound:
        return say(Text::tr("There is no file %1, so nothing was restored."));
    case ErrorCode::Foreign:
        return say(Text::tr("%1 is no backup of a workspace, so nothing was restored."));
    case ErrorCode::Damaged:
        return say(Text::tr("The backup %1 is damaged, so nothing was restored."));
    default:
        error.message.replace(copy, backup);
        return error;
    }
}

tl::unexpected<Error> refuseAnother(const QString &backup, const RecordOf &brought, const QString &folder,
                                    const RecordOf &held)
{
    return refuse(
        ErrorCode::Conflict,
        Text::tr("%1 is a backup of another workspace: of %2, begun on %3. %4 is that of %5, begun "
                 "on %6. Nothing was restored. Its own backups are in its folder “backups”.")
            .arg(backup, brought.organisation, brought.begunOn, folder, held.organisation, held.begunOn));
}

/// The folder of backups, where it had to be made.
Result<std::optional<NewFolder>> backupsFolderMade(const QString &backups)
{
    if (QFileInfo(backups).isDir())
        return std::optional<NewFolder>();
    auto made = NewFolder::make(backups);
    if (!made)
        return tl::unexpected(made.error());
    return std::optional(std::move(*made));
}

}

QDateTime madeAt(const QString &backup)
{
    const QString name = QFileInfo(backup).completeBaseName();
    QDateTime at = QDateTime::fromString(name.sliced(name.indexOf(u'-') + 1), stamp);
    at.setTimeSpec(Qt::UTC);
    return at;
}

QStringList backupsIn(const QString &folder)
{
    QStringList files;
    for (const auto &info :
         QDir(folder).entryInfoList({u"workspace-*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed))
        files.append(info.absoluteFilePath());
    return files;
}

Result<QString> backUp(const Connection &connection, const QString &folder, const QDateTime &at,
                       qint64 budget)
{
    if (!QDir().mkpath(folder))
        return refuse(ErrorCode::Denied,
                      Text::tr("The folder %1 cannot be made, so there is no backup.").arg(folder));
    Provisional copy(provisionalName(folder));
    if (auto copied = connection.snapshotInto(copy.file()); !copied)
        return tl::unexpected(copied.error());
    const auto version = Engine::schemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == newestFormat()) {
        const auto counts = countRows(connection);
        if (!counts)
            return tl::unexpected(counts.error());
        if (auto same = compareCopy(copy.file(), *counts); !same)
            return tl::unexpected(same.error());
    }
    const QString target = folder + u'/' + backupName(at);
    if (auto kept = copy.renameTo(target); !kept)
        return tl::unexpected(kept.error());
    removeBeyond(folder, budget);
    return target;
}

Result<QString> backUpWhenDue(const QString &databaseFile, const QString &folder, const QDateTime &at)
{
    if (!isDue(databaseFile, folder, at))
        return QString();
    const auto connection = Connection::open(databaseFile, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    return backUp(**connection, folder, at);
}

Result<QString> restore(const QString &backup, const QString &workspaceFolder, const QDateTime &at,
                        BackupOf whose)
{
    WriteLease lease(workspaceFolder); // of whoever was killed it is taken over
    if (WriteLease::holderIn(workspaceFolder)) {
        if (auto taken = lease.take({{}, currentAccount(), QSysInfo::machineHostName()}); !taken)
            return tl::unexpected(taken.error());
    }
    const QString database = workspaceFolder + u"/workspace.db"_s;
    const QString backups = workspaceFolder + u"/backups"_s;
    auto madeForIt = backupsFolderMade(backups);
    if (!madeForIt)
        return tl::unexpected(madeForIt.error());
    Provisional copy(provisionalName(workspaceFolder));
    const auto brought = bring(backup, copy.file());
    if (!brought)
        return tl::unexpected(inWordsOfBackup(brought.error(), copy.file(), backup, backups));
    const auto held = recordHeld(database);
    if (!held)
        return tl::unexpected(held.error());
    const bool isAnother = *held && (*held)->workspace != brought->workspace;
    if (isAnother && whose == BackupOf::SameWorkspace)
        return refuseAnother(backup, *brought, workspaceFolder, **held);

    if (*madeForIt)
        (*madeForIt)->keep();
    if (!QFile::exists(database)) {
        auto placed = copy.renameTo(database);
        return placed ? Result<QString>(QString()) : tl::unexpected(placed.error());
    }
    const QString aside = backups + u'/' + (*held && (*held)->isSound ? backupName(at) : damagedName(at));
    if (!moveWithJournal(database, aside))
        return refuse(
            ErrorCode::Busy,
            Text::tr("%1 is in use, so nothing was restored. Close the workspace first.").arg(database));
    if (auto placed = copy.renameTo(database); !placed) {
        moveWithJournal(aside, database);
        return tl::unexpected(placed.error());
    }
    return aside;
}

}
