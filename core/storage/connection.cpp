#include "core/storage/connection.h"

#include "core/storage/engine.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

namespace plimsoll {

using namespace Qt::StringLiterals;

struct Connection::Prepared
{
    QSqlQuery query;
    bool running = false;
    bool kept = true;
};

struct Connection::Statements
{
    QHash<QString, std::shared_ptr<Prepared>> bySql;
};

Connection::Running::Running(const Connection &connection, Prepared &prepared)
    : m_connection(&connection)
    , m_prepared(&prepared)
{
    m_prepared->running = true;
}

Connection::Running::Running(Running &&other) noexcept
    : m_connection(other.m_connection)
    , m_prepared(std::exchange(other.m_prepared, nullptr))
{
}

Connection::Running::~Running()
{
    if (!m_prepared)
        return;
    m_prepared->query.finish();
    m_prepared->running = false;
    if (!m_prepared->kept)
        delete m_prepared;
}

QSqlQuery &Connection::Running::query() const
{
    return m_prepared->query;
}

Done Connection::Running::finish()
{
    if (m_prepared->query.lastError().isValid())
        return m_connection->refusal(m_prepared->query);
    return {};
}

Connection::Connection(QString file, QString name)
    : m_file(std::move(file))
    , m_name(std::move(name))
    , m_statements(std::make_unique<Statements>())
{
}

Connection::~Connection()
{
    m_statements.reset();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Mode mode)
{
    if (mode != Mode::Create) {
        if (auto ours = Engine::checkHeader(file); !ours)
            return tl::unexpected(ours.error());
    }
    if (mode == Mode::ReadOnly && Engine::mayHaveBeenInterrupted(file)) {
        // Rolls back what a process that was killed amid a commit left; who may not write is told by SQLite.
        if (const auto writer = open(file, Mode::ReadWrite))
            (void)Engine::schemaVersion(**writer);
    }
    std::unique_ptr<Connection> connection(
        new Connection(file, u"plimsoll-"_s + QUuid::createUuid().toString(QUuid::Id128)));
    if (auto connected = connection->connect(mode); !connected)
        return tl::unexpected(connected.error());
    return connection;
}

Done Connection::connect(Mode mode)
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(m_file);
    database.setConnectOptions(mode == Mode::ReadOnly ? u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s
                                                      : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return tl::unexpected(Engine::errorFrom(database.lastError(), m_file));
    return Engine::harden(database, mode);
}

Result<Connection::Running> Connection::start(const QString &sql, const QVariantList &bound) const
{
    auto &held = m_statements->bySql[sql];
    Prepared *prepared = held.get();
    if (!prepared || prepared->running) {
        auto fresh = std::make_unique<Prepared>(Prepared{QSqlQuery(QSqlDatabase::database(m_name, false))});
        fresh->query.setForwardOnly(true);
        if (!fresh->query.prepare(sql)) {
            const auto error = refusal(fresh->query);
            if (!prepared)
                m_statements->bySql.remove(sql);
            return error;
        }
        if (prepared) {
            // The same statement is running further up (a row asks for more rows): this one lives for the
            // call alone.
            fresh->kept = false;
            prepared = fresh.release();
        } else {
            held = std::move(fresh);
            prepared = held.get();
        }
    }
    Running running(*this, *prepared);
    for (qsizetype i = 0; i < bound.size(); ++i)
        running.query().bindValue(int(i), bound.at(i));
    if (!running.query().exec())
        return refusal(running.query());
    return running;
}

Result<qint64> Connection::execute(const QString &sql, const QVariantList &bound) const
{
    const auto running = start(sql, bound);
    if (!running)
        return tl::unexpected(running.error());
    return running->query().numRowsAffected();
}

Result<QVariant> Connection::single(const QString &sql, const QVariantList &bound) const
{
    auto running = start(sql, bound);
    if (!running)
        return tl::unexpected(running.error());
    QVariant value;
    if (running->query().next())
        value = running->query().value(0);
    if (auto finished = running->finish(); !finished)
        return tl::unexpected(finished.error());
    return value;
}

Result<qint64> Connection::dataVersion() const
{
    return Engine::dataVersion(*this);
}

Done Connection::snapshotInto(const QString &newFile) const
{
    return Engine::snapshotInto(*this, newFile);
}

Done Connection::checkTable(const QString &table) const
{
    return Engine::checkTable(*this, table);
}

tl::unexpected<Error> Connection::refusal(const QSqlQuery &query) const
{
    return tl::unexpected(Engine::errorFrom(query.lastError(), m_file));
}

}
