#include "core/storage/bulkread.h"

#include "core/storage/engine.h"

#include <sqlite3.h>

#include <memory>

namespace plimsoll {

namespace {

struct Finalize
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

QSqlError lastError(sqlite3 *handle)
{
    return {{},
            QString::fromUtf8(sqlite3_errmsg(handle)),
            QSqlError::StatementError,
            QString::number(sqlite3_extended_errcode(handle))};
}

}

StoredAs BulkRow::storedAs(int column) const
{
    switch (sqlite3_column_type(static_cast<sqlite3_stmt *>(m_statement), column)) {
    case SQLITE_NULL:
        return StoredAs::Null;
    case SQLITE_INTEGER:
        return StoredAs::Integer;
    case SQLITE_TEXT:
        return StoredAs::Text;
    default:
        return StoredAs::Otherwise;
    }
}

std::string_view BulkRow::text(int column) const
{
    auto *statement = static_cast<sqlite3_stmt *>(m_statement);
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return bytes ? std::string_view(bytes, size_t(sqlite3_column_bytes(statement, column)))
                 : std::string_view();
}

qint64 BulkRow::integer(int column) const
{
    return sqlite3_column_int64(static_cast<sqlite3_stmt *>(m_statement), column);
}

Done Engine::readInBulk(const Connection &connection, const QString &sql, const QStringList &bound,
                        const std::function<void(const BulkRow &)> &take)
{
    sqlite3 *handle = handleOf(database(connection));
    sqlite3_stmt *prepared = nullptr;
    const QByteArray text = sql.toUtf8();
    if (sqlite3_prepare_v2(handle, text.constData(), int(text.size()), &prepared, nullptr) != SQLITE_OK)
        return tl::unexpected(errorFrom(lastError(handle), connection.file()));
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
    for (qsizetype i = 0; i < bound.size(); ++i) {
        const QByteArray value = bound[i].toUtf8();
        sqlite3_bind_text(prepared, int(i) + 1, value.constData(), int(value.size()), SQLITE_TRANSIENT);
    }
    int step = sqlite3_step(prepared);
    for (; step == SQLITE_ROW; step = sqlite3_step(prepared))
        take(BulkRow(prepared));
    if (step != SQLITE_DONE)
        return tl::unexpected(errorFrom(lastError(handle), connection.file()));
    return {};
}

Done readInBulk(const Connection &connection, const QString &sql, const QStringList &bound,
                const std::function<void(const BulkRow &)> &take)
{
    return Engine::readInBulk(connection, sql, bound, take);
}

}
