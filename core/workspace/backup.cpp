#include "core/workspace/backup.h"

#include "core/base/atomicfile.h"
#include "core/base/diskerror.h"
#include "core/base/smallfile.h"
#include "core/journal/journal.h"
#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/workspace/provisionaldatabase.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <algorithm>
#include <cerrno>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

QStringList tablesOfTheRecord()
{
    QStringList tables{u"journal_entry"_s, u"journal_part"_s};
    for (const auto &type : recordSchema().types())
        tables.append(type.table);
    return tables;
}

/// An index that was damaged is copied as it was: in the copy it is built anew from its table.
Done mendIndexes(const QString &copy)
{
    const auto opened = Connection::open(copy, Connection::Mode::ReadWrite);
    if (!opened)
        return tl::unexpected(opened.error());
    for (const QString &table : tablesOfTheRecord()) {
        const auto sound = (*opened)->checkTable(table);
        if (!sound)
            return sound.error().code == ErrorCode::Damaged ? Engine::rebuildIndexes(**opened) : sound;
    }
    return {};
}

Result<QList<qint64>> countRows(const Connection &connection)
{
    QList<qint64> counts;
    for (const auto &table : tablesOfTheRecord()) {
        const auto count = connection.single(u"SELECT COUNT(*) FROM %1"_s.arg(table));
        if (!count)
            return tl::unexpected(count.error());
        counts.append(count->toLongLong());
    }
    return counts;
}

/// Copies the record, and answers how many rows each table had at that very moment: nobody can commit
/// between the two.
Result<QList<qint64>> copyStandingStill(const Connection &connection, const QString &copy)
{
    auto counts = countRows(connection);
    if (!counts)
        return counts;
    if (auto copied = connection.snapshotInto(copy); !copied)
        return tl::unexpected(copied.error());
    return counts;
}

Result<QList<qint64>> copyCounted(const Connection &connection, const QString &copy)
{
    const auto isAlone = Engine::keepsOthersOut(connection);
    if (!isAlone)
        return tl::unexpected(isAlone.error());
    if (*isAlone)
        return copyStandingStill(connection, copy);
    const auto reader = Connection::open(connection.file(), Connection::Mode::ReadOnly);
    if (!reader)
        return tl::unexpected(reader.error());
    if (auto held = Engine::keepCommitsOut(**reader); !held)
        return tl::unexpected(held.error());
    return copyStandingStill(**reader, copy);
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

/// Copies the record, checks the copy and counts it. A format of another program is copied as it is.
Done copyWhole(const Connection &connection, const QString &copy)
{
    const auto version = Engine::schemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version != newestFormat())
        return connection.snapshotInto(copy);
    const auto counts = copyCounted(connection, copy);
    if (!counts)
        return tl::unexpected(counts.error());
    if (auto mended = mendIndexes(copy); !mended)
        return mended;
    return compareCopy(copy, *counts);
}

constexpr auto stamp = "yyyyMMdd'T'HHmmsszzz'Z'"_L1;

QDateTime momentIn(const QString &text)
{
    QDateTime at = QDateTime::fromString(text, stamp);
    at.setTimeSpec(Qt::UTC);
    return at;
}

/// Beside the folder, which may be what refuses.
QString refusalOf(const QString &folder)
{
    return folder + u"-refused"_s;
}

bool wasRefusedLately(const QString &folder, const QDateTime &at)
{
    constexpr qint64 longest = 64;     // bytes
    constexpr qint64 lately = 60 * 60; // seconds
    const auto noted = contentOfSmallFile(refusalOf(folder), longest);
    const QDateTime refused = noted ? momentIn(QString::fromLatin1(*noted)) : QDateTime();
    return refused.isValid() && refused <= at && refused.secsTo(at) < lately;
}

/// Where that cannot be written either, the backup is tried again by the next who writes.
void noteRefusal(const QString &folder, const QDateTime &at)
{
    auto file = AtomicFile::create(refusalOf(folder));
    if (file && file->write(at.toUTC().toString(stamp).toLatin1()))
        (void)file->commit();
}

/// When the newest of them was made that is not of a time to come: of such a one nobody knows when it was
/// made, for the clock was wrong then or is now. Invalid when there is none.
QDateTime newestUntil(const QDateTime &at, const QStringList &backups)
{
    for (const auto &file : backups) {
        if (const QDateTime made = madeAt(file); made.isValid() && made <= at)
            return made;
    }
    return {};
}

bool isDue(const QString &databaseFile, const QString &folder, const QDateTime &at)
{
    const QDateTime newest = newestUntil(at, backupsIn(folder));
    return !newest.isValid() || (newest.addDays(1) <= at && QFileInfo(databaseFile).lastModified() > newest);
}

/// Keeps `made` whatever it takes, then the others from the newest on; those of a time to come go first.
void removeBeyond(const QString &folder, const QString &made, qint64 budget)
{
    QStringList others = backupsIn(folder);
    others.removeAll(QFileInfo(made).absoluteFilePath());
    const QDateTime at = madeAt(made);
    std::stable_partition(others.begin(), others.end(),
                          [&at](const QString &file) { return madeAt(file) <= at; });
    qint64 total = QFileInfo(made).size();
    for (const auto &file : std::as_const(others)) {
        total += QFileInfo(file).size();
        if (total > budget)
            QFile::remove(file);
    }
}

/// A copy takes about as much as the record; where that is not there, it need not be tried in vain every time
/// somebody writes.
Done refuseWithoutRoom(const QString &databaseFile, const QString &folder)
{
    const QStorageInfo disk(QFileInfo(folder).isDir() ? folder : QFileInfo(databaseFile).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < QFileInfo(databaseFile).size())
        return tl::unexpected(writingError(folder, ENOSPC));
    return {};
}

}

QString backupName(const QDateTime &at)
{
    return u"workspace-%1.db"_s.arg(at.toUTC().toString(stamp));
}

QDateTime madeAt(const QString &backup)
{
    const QString name = QFileInfo(backup).completeBaseName();
    return momentIn(name.sliced(name.indexOf(u'-') + 1));
}

Result<qint64> lastEntryIn(const QString &backup)
{
    const auto opened = Connection::open(backup, Connection::Mode::ReadOnly);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto last = (*opened)->single(u"SELECT MAX(sequence) FROM journal_entry"_s);
    if (!last)
        return tl::unexpected(last.error());
    return last->toLongLong();
}

Result<QString> backUp(const Connection &connection, const QString &folder, const QDateTime &at,
                       qint64 budget)
{
    errno = 0;
    if (!QDir().mkpath(folder))
        return tl::unexpected(writingError(folder, errno));
    const auto copy = ProvisionalDatabase::begin(folder);
    if (!copy)
        return tl::unexpected(copy.error());
    if (auto copied = copyWhole(connection, copy->file()); !copied) {
        Error error = copied.error();
        error.message.replace(copy->file(), QDir::toNativeSeparators(folder)); // the name is of no use now
        return tl::unexpected(error);
    }
    const QString target = folder + u'/' + backupName(at);
    if (auto kept = copy->renameTo(target); !kept)
        return tl::unexpected(kept.error());
    removeBeyond(folder, target, budget);
    return target;
}

namespace {

/// In a folder that may not be read the backups could not be told, so one would be made every time.
Result<QString> backUpWhereItCanBe(const Connection &connection, const QString &folder, const QDateTime &at)
{
    if (const QFileInfo place(folder); place.isDir() && !place.isReadable())
        return tl::unexpected(readingError(folder, EACCES));
    if (auto room = refuseWithoutRoom(connection.file(), folder); !room)
        return tl::unexpected(room.error());
    auto made = backUp(connection, folder, at);
    if (made)
        QFile::remove(refusalOf(folder));
    return made;
}

}

Result<QString> backUpWhenDue(const QString &databaseFile, const QString &folder, const QDateTime &at)
{
    if (!isDue(databaseFile, folder, at) || wasRefusedLately(folder, at))
        return QString();
    const auto connection = Connection::open(databaseFile, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    // Its copy would be the newest backup, which is what whoever has such a journal is sent to.
    if (auto ours = checkJournalHead(**connection); !ours)
        return tl::unexpected(ours.error());
    auto made = backUpWhereItCanBe(**connection, folder, at);
    if (!made)
        noteRefusal(folder, at);
    return made;
}

}
