#pragma once

#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace plimsoll::bench {

/// The floor for a commit: one row into a table of its own, through SQLite alone, with synchronous FULL and a
/// rollback journal.
class BareInsert
{
public:
    /// Makes the database `file`, which is removed in the end.
    explicit BareInsert(const QString &file);
    ~BareInsert();
    BareInsert(const BareInsert &) = delete;
    BareInsert &operator=(const BareInsert &) = delete;

    /// One transaction.
    [[nodiscard]] Done insert(const QString &id, const QString &text) const;

private:
    QString m_file;
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
};

}
