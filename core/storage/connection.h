#pragma once

#include "core/base/result.h"
#include "core/record/value.h"

#include <QSqlQuery>
#include <QVariant>

#include <memory>

namespace plimsoll {

/// One row of an answer, valid only while it is looked at.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] Value value(int column, ColumnKind kind) const
    {
        return Value::fromVariant(m_query.value(column), kind);
    }

private:
    const QSqlQuery &m_query;
};

/// A connection to one database of a workspace. Lives and dies on the thread that opened it. Every statement
/// is prepared once, kept, and finished before the call returns: an unfinished SELECT would block other
/// people's COMMIT.
class Connection
{
public:
    enum class Mode {
        Create,    ///< makes a new, empty workspace database; refuses when the file exists
        ReadWrite, ///< for the one writer
        /// Never writes, not even a lock file of its own; only a commit that was interrupted is taken back
        /// first, by whoever has the right to write.
        ReadOnly,
    };

    /// Opens by the recipe of a hardened SQLite: header checked before SQLite touches the file, defensive, no
    /// extensions, rollback journal, synchronous FULL, foreign keys on. Refuses what is no workspace
    /// database, a damaged one, and one of a newer format.
    static Result<std::unique_ptr<Connection>> open(const QString &file, Mode mode);

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs a statement; answers the number of rows it changed.
    Result<qint64> execute(const QString &sql, const QVariantList &bound = {}) const;

    /// Hands every row of the answer to `take`, in order.
    template <class Take>
    Done each(const QString &sql, const QVariantList &bound, Take &&take) const
    {
        auto statement = start(sql, bound);
        if (!statement)
            return tl::unexpected(statement.error());
        while (statement->query().next())
            take(Row(statement->query()));
        return statement->finish();
    }

    /// The first column of the first row; null when there is no row.
    [[nodiscard]] Result<QVariant> single(const QString &sql, const QVariantList &bound = {}) const;

    [[nodiscard]] const QString &file() const { return m_file; }

    /// A number that changes when another connection has committed to the same file.
    [[nodiscard]] Result<qint64> dataVersion() const;

    /// Writes a consistent copy into a new file, without holding up writers for longer than the copy takes.
    [[nodiscard]] Done snapshotInto(const QString &newFile) const;

    /// Refuses as Damaged where the table and its indexes do not hold the same.
    [[nodiscard]] Done checkTable(const QString &table) const;

private:
    struct Prepared;

    /// A running statement; finished at the latest when it goes out of scope.
    class Running
    {
    public:
        Running(const Connection &connection, Prepared &prepared);
        Running(Running &&other) noexcept;
        Running &operator=(Running &&) = delete;
        Running(const Running &) = delete;
        Running &operator=(const Running &) = delete;
        ~Running();
        [[nodiscard]] QSqlQuery &query() const;
        [[nodiscard]] Done finish();

    private:
        const Connection *m_connection;
        Prepared *m_prepared;
    };

    struct Statements;

    Connection(QString file, QString name);
    [[nodiscard]] Done connect(Mode mode);
    [[nodiscard]] Result<Running> start(const QString &sql, const QVariantList &bound) const;
    [[nodiscard]] tl::unexpected<Error> refusal(const QSqlQuery &query) const;

    QString m_file;
    QString m_name;
    std::unique_ptr<Statements> m_statements;

    friend class Engine;
};

}
