#include "core/workspace/backup.h"

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

Result<QString> restore(const QString &backup, const QString &workspaceFolder, const QDateTime &at)
{
    if (auto ours = Engine::checkHeader(backup); !ours)
        return tl::unexpected(ours.error());
    WriteLease lease(workspaceFolder); // of whoever was killed it is taken over
    if (WriteLease::holderIn(workspaceFolder)) {
        if (auto taken = lease.take({{}, currentAccount(), QSysInfo::machineHostName()}); !taken)
            return tl::unexpected(taken.error());
    }
    if (!QDir().mkpath(workspaceFolder + u"/backups"_s))
        return refuse(
            ErrorCode::Denied,
            Text::tr("The folder %1 cannot be written to, so nothing was restored.").arg(workspaceFolder));
    const QString database = workspaceFolder + u"/workspace.db"_s;
    Provisional copy(provisionalName(workspaceFolder));
    {
        auto source = Connection::open(backup, Connection::Mode::ReadOnly);
        if (!source)
            return tl::unexpected(source.error());
        if (auto sound = Engine::quickCheck(**source); !sound)
            return tl::unexpected(sound.error());
        if (auto copied = (*source)->snapshotInto(copy.file()); !copied)
            return tl::unexpected(copied.error());
        auto restored = Connection::open(copy.file(), Connection::Mode::ReadWrite);
        if (!restored)
            return tl::unexpected(restored.error());
        if (auto migrated = migrate(**restored); !migrated)
            return tl::unexpected(migrated.error());
        if (auto known = checkSchema(**restored); !known)
            return tl::unexpected(known.error());
    }
    QString replaced;
    if (QFile::exists(database)) {
        replaced = workspaceFolder + u"/backups/"_s + backupName(at);
        if (!moveWithJournal(database, replaced))
            return refuse(
                ErrorCode::Busy,
                Text::tr("%1 is in use, so nothing was restored. Close the workspace first.").arg(database));
    }
    if (auto placed = copy.renameTo(database); !placed) {
        if (!replaced.isEmpty())
            moveWithJournal(replaced, database);
        return tl::unexpected(placed.error());
    }
    return replaced;
}

}
