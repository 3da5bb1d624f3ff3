#include "core/storage/engine.h"

#include "core/base/hindrance.h"
#include "core/storage/backupfiles.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QSqlDriver>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

/// A change set of thousands of edits touches this much. What does not fit is written early, with a wait for
/// the disk each time.
constexpr int writerCacheKibibytes = 32 * 1024;

QSqlError lastError(sqlite3 *handle, int code)
{
    return {QString::fromUtf8(sqlite3_errmsg(handle)), {}, QSqlError::StatementError, QString::number(code)};
}

/// An error of the disk where nothing was to be written.
bool isOfReading(int code)
{
    return code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ;
}

/// A disk that is full, or a limit on files, by the code of SQLite.
bool isOfWriting(int code)
{
    const int kind = code & 0xff;
    return (kind == SQLITE_FULL || kind == SQLITE_IOERR) && !isOfReading(code);
}

QString damaged(const QString &file)
{
    return Text::tr("%1 is damaged.").arg(file) + u' ' + wayToRestore(file);
}

/// Of a commit that was interrupted and could not be taken back: whoever has the right to write has met a
/// disk without room.
Error brokenOff(const QString &file, const QString &detail)
{
    if (hindranceToChange(file) == Hindrance::None)
        return {
            ErrorCode::Storage,
            Text::tr("The last change of %1 was broken off, and the disk did not take what takes it back: it "
                     "may be full, or there is a limit on the size of files. Make room, or have the limit "
                     "raised, then try again; nothing of the record is lost.")
                .arg(file),
            detail};
    return {ErrorCode::Denied,
            Text::tr("A change of %1 was interrupted, and you may not write there to take it back. Ask "
                     "somebody who may to open the workspace once.")
                .arg(file),
            detail};
}

Done runAll(QSqlDatabase &database, const QStringList &statements)
{
    QSqlQuery query(database);
    for (const auto &statement : statements) {
        if (!query.exec(statement))
            return tl::unexpected(Engine::errorFrom(query.lastError(), database.databaseName()));
        query.finish();
    }
    return {};
}

}

sqlite3 *Engine::handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.data());
}

Done Engine::harden(QSqlDatabase &database, Connection::Mode mode)
{
    sqlite3 *handle = handleOf(database);
    if (!handle)
        return refuse(ErrorCode::Storage, Text::tr("Qt's SQLite driver gives no access to its connection. "
                                                   "Install the driver of your Qt version."));

    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 25'000);
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 10);

    QStringList statements{u"PRAGMA mmap_size = 0"_s, u"PRAGMA cell_size_check = ON"_s,
                           u"PRAGMA temp_store = MEMORY"_s};
    if (mode != Connection::Mode::ReadOnly) {
        statements +=
            {u"PRAGMA journal_mode = DELETE"_s, u"PRAGMA synchronous = FULL"_s,
             u"PRAGMA secure_delete = ON"_s, u"PRAGMA cache_size = %1"_s.arg(-writerCacheKibibytes)};
    }
    return runAll(database, statements);
}

Done Engine::stamp(const Connection &connection)
{
    if (auto done = connection.execute(u"PRAGMA application_id = %1"_s.arg(applicationId)); !done)
        return tl::unexpected(done.error());
    return {};
}

Result<int> Engine::schemaVersion(const Connection &connection)
{
    const auto version = connection.single(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    return version->toInt();
}

Done Engine::setSchemaVersion(const Connection &connection, int version)
{
    if (auto done = connection.execute(u"PRAGMA user_version = %1"_s.arg(version)); !done)
        return tl::unexpected(done.error());
    return {};
}

Result<QStringList> Engine::schemaTexts(const Connection &connection)
{
    static const QString objects =
        u"SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"_s;
    QStringList texts;
    const auto read = connection.each(objects, {}, [&](const Row &row) {
        texts.append(row.text(0) + u' ' + row.text(1) + u": "_s + row.text(2));
    });
    if (!read)
        return tl::unexpected(read.error());
    return texts;
}

Done Engine::quickCheck(const Connection &connection)
{
    const auto verdict = connection.single(u"PRAGMA quick_check(1)"_s);
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (verdict->toString() != u"ok"_s)
        return refuse(ErrorCode::Damaged, damaged(connection.file()), verdict->toString());
    return {};
}

Done Engine::checkTable(const Connection &connection, const QString &table)
{
    const auto verdict = connection.single(u"PRAGMA integrity_check(%1)"_s.arg(table));
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (verdict->toString() == u"ok"_s)
        return {};
    return refuse(ErrorCode::Damaged,
                  Text::tr("The table %1 of the database and its indexes do not hold the same, as after a "
                           "fault of the disk. A new backup has them built anew: make one and restore it.")
                      .arg(table),
                  verdict->toString());
}

Done Engine::rebuildIndexes(const Connection &connection)
{
    if (auto done = connection.execute(u"REINDEX"_s); !done)
        return tl::unexpected(done.error());
    return {};
}

Result<qint64> Engine::dataVersion(const Connection &connection)
{
    const auto version = connection.single(u"PRAGMA data_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    return version->toLongLong();
}

Done Engine::snapshotInto(const Connection &connection, const QString &newFile)
{
    // VACUUM INTO attaches the new file, which is otherwise forbidden.
    sqlite3 *handle = handleOf(database(connection));
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1);
    const auto copied = connection.execute(u"VACUUM INTO ?"_s, {newFile});
    const int code = sqlite3_extended_errcode(handle);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    if (copied)
        return {};
    return tl::unexpected(isOfWriting(code) ? errorFrom(lastError(handle, code), newFile) : copied.error());
}

Done Engine::keepOthersOut(const Connection &connection)
{
    // The lock of the transaction stays with the connection.
    for (const auto &statement : {u"PRAGMA locking_mode = EXCLUSIVE"_s, u"BEGIN EXCLUSIVE"_s, u"COMMIT"_s}) {
        if (auto done = connection.execute(statement); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Done Engine::keepCommitsOut(const Connection &connection)
{
    // The lock of a reader then stays with the connection, too.
    for (const auto &statement : {u"PRAGMA locking_mode = EXCLUSIVE"_s, u"PRAGMA user_version"_s}) {
        if (auto done = connection.single(statement); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<bool> Engine::keepsOthersOut(const Connection &connection)
{
    const auto mode = connection.single(u"PRAGMA locking_mode"_s);
    if (!mode)
        return tl::unexpected(mode.error());
    return mode->toString() == u"exclusive"_s;
}

Done Engine::letOthersIn(const Connection &connection)
{
    // The lock goes with the next reading; an exclusive connection kept its journal, emptied.
    for (const auto &statement :
         {u"PRAGMA locking_mode = NORMAL"_s, u"PRAGMA user_version"_s, u"PRAGMA journal_mode = DELETE"_s}) {
        if (auto done = connection.single(statement); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Done Engine::overwrite(const Connection &connection, const Connection &with)
{
    sqlite3 *target = handleOf(database(connection));
    auto *copying = sqlite3_backup_init(target, "main", handleOf(database(with)), "main");
    if (!copying)
        return tl::unexpected(errorFrom(lastError(target, sqlite3_errcode(target)), connection.file()));
    const int copied = sqlite3_backup_step(copying, -1);
    const int ended = sqlite3_backup_finish(copying);
    if (copied != SQLITE_DONE || ended != SQLITE_OK)
        return tl::unexpected(
            errorFrom(lastError(target, copied == SQLITE_DONE ? ended : copied), connection.file()));
    return {};
}

Error Engine::errorFrom(const QSqlError &error, const QString &file)
{
    const QString detail = error.text();
    if (error.nativeErrorCode().toInt() == SQLITE_READONLY_ROLLBACK)
        return brokenOff(file, detail);
    if (isOfReading(error.nativeErrorCode().toInt()))
        return {ErrorCode::Storage,
                Text::tr("The disk could not give back %1. Check the disk or the network connection, and try "
                         "again. If it stays so, the file is lost.")
                        .arg(file) +
                    u' ' + wayToRestore(file),
                detail};
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Busy,
                Text::tr("Another program is writing to %1. Nothing was changed; try again in a moment.")
                    .arg(file),
                detail};
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return {ErrorCode::Storage,
                Text::tr("The disk did not take what was to be written to %1: it may be full. Nothing was "
                         "changed; make "
                         "room and try again.")
                    .arg(file),
                detail};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::Denied,
                Text::tr("%1 may only be read here, so nothing was changed. Open a copy, or ask for the "
                         "right to write.")
                    .arg(file),
                detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Damaged, damaged(file), detail};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Storage,
                Text::tr("%1 cannot be opened: the folder may be gone, or you may not have the right to it.")
                    .arg(file),
                detail};
    case SQLITE_CONSTRAINT:
        return {ErrorCode::Invalid,
                Text::tr("The change would leave the record pointing at something that is not there. Nothing "
                         "was changed."),
                detail};
    case SQLITE_ERROR:
        if (detail.contains("no such table"_L1))
            return {ErrorCode::Damaged,
                    Text::tr("%1 lacks a part that every workspace has.").arg(file) + u' ' +
                        wayToRestore(file),
                    detail};
        [[fallthrough]];
    default:
        return {ErrorCode::Storage,
                Text::tr("The database %1 refused the request. Nothing was changed.").arg(file), detail};
    }
}

QSqlDatabase Engine::database(const Connection &connection)
{
    return QSqlDatabase::database(connection.m_name, false);
}

}
