#pragma once

#include "core/storage/bulkread.h"

#include <QSqlDatabase>
#include <QSqlError>

struct sqlite3;

namespace plimsoll {

/// All that is peculiar to SQLite: the header check, the hardening, the names of its errors. Nothing outside
/// core/storage knows which engine runs.
class Engine
{
public:
    static constexpr quint32 applicationId = 0x506c696d; // "Plim"

    /// Reads the file's header ourselves, before SQLite may act on anything in it.
    static Done checkHeader(const QString &file);
    /// Whether a commit to the file is under way, or was when its process was killed.
    static bool mayHaveBeenInterrupted(const QString &file);
    /// Switches everything off that a hostile file could use, and durability on. Needs an open database.
    static Done harden(QSqlDatabase &database, Connection::Mode mode);
    /// Marks a new database as ours.
    static Done stamp(const Connection &connection);

    static Result<int> schemaVersion(const Connection &connection);
    static Done setSchemaVersion(const Connection &connection, int version);
    /// Every table, index, trigger and view with its text, in a fixed order.
    static Result<QStringList> schemaTexts(const Connection &connection);
    /// Whole-file check; a sentence for the first thing found broken.
    static Done quickCheck(const Connection &connection);
    /// Whether every index of the table holds what the table does: questions are answered from either.
    static Done checkTable(const Connection &connection, const QString &table);
    /// Builds every index anew from its table.
    static Done rebuildIndexes(const Connection &connection);
    /// Another number once somebody else has committed.
    static Result<qint64> dataVersion(const Connection &connection);
    static Done snapshotInto(const Connection &connection, const QString &newFile);

    /// From now on nobody commits until the end of the connection, which is one for reading only: who writes
    /// waits for it, and everybody may read.
    static Done keepCommitsOut(const Connection &connection);
    /// From now on nobody else reads or writes the database, until letOthersIn() or the end of the
    /// connection; `ErrorCode::Busy` while somebody is at it.
    static Done keepOthersOut(const Connection &connection);
    static Result<bool> keepsOthersOut(const Connection &connection);
    static Done letOthersIn(const Connection &connection);
    /// Gives the database the whole content of another one, or leaves it as it is. Others who have it open
    /// find the new content the next time they look.
    static Done overwrite(const Connection &connection, const Connection &with);

    static Error errorFrom(const QSqlError &error, const QString &file);

    /// See bulkread.h.
    static Done readInBulk(const Connection &connection, const QString &sql, const QStringList &bound,
                           const std::function<void(const BulkRow &)> &take);

private:
    static QSqlDatabase database(const Connection &connection);
    /// SQLite's own handle; null when the driver gives none.
    static sqlite3 *handleOf(const QSqlDatabase &database);
};

}
