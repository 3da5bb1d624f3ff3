#include "tests/bench/bareinsert.h"

#include <QFile>

#include <sqlite3.h>

namespace plimsoll::bench {

BareInsert::BareInsert(const QString &file)
    : m_file(file)
{
    QFile::remove(m_file);
    sqlite3_open(QFile::encodeName(m_file).constData(), &m_database);
    sqlite3_exec(m_database,
                 "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
                 "CREATE TABLE answer (id TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID",
                 nullptr, nullptr, nullptr);
    sqlite3_prepare_v2(m_database, "INSERT INTO answer (id, text) VALUES (?, ?)", -1, &m_statement, nullptr);
}

BareInsert::~BareInsert()
{
    sqlite3_finalize(m_statement);
    sqlite3_close(m_database);
    QFile::remove(m_file);
}

Done BareInsert::insert(const QString &id, const QString &text) const
{
    const QByteArray idBytes = id.toUtf8();
    const QByteArray textBytes = text.toUtf8();
    sqlite3_bind_text(m_statement, 1, idBytes.constData(), int(idBytes.size()), SQLITE_TRANSIENT);
    sqlite3_bind_text(m_statement, 2, textBytes.constData(), int(textBytes.size()), SQLITE_TRANSIENT);
    const bool isGood = sqlite3_step(m_statement) == SQLITE_DONE; // a transaction of its own
    sqlite3_reset(m_statement);
    return isGood ? Done()
                  : refuse(ErrorCode::Storage, QStringLiteral("The bare insert did not work."),
                           QString::fromUtf8(sqlite3_errmsg(m_database)));
}

}
