#pragma once

#include "core/record/recordrows.h"
#include "core/storage/repository.h"

#include <functional>

namespace plimsoll {

/// Reads rows of any kind as they are.
Done readRows(const Connection &connection, const EntityType &type, const QList<Condition> &conditions,
              RowsById &rows);

struct KeptRow
{
    QLatin1StringView table;
    QString id;
};

/// Collects rows and whatever they refer to. Rows that are there already stay as they are.
class RowGathering
{
public:
    RowGathering(const Connection &connection, const Schema &schema, RecordRows &rows)
        : m_connection(connection)
        , m_schema(schema)
        , m_rows(rows)
    {
    }

    /// Adds the row with this id where the record has it.
    Done fetch(QAnyStringView table, const QString &id);
    /// Adds the rows that meet the condition and that `isWanted`.
    Done fetchWhere(const EntityType &type, const Condition &condition,
                    const std::function<bool(const QList<Value> &)> &isWanted);
    template <IsDescribed Entity, class Member>
    Done fetchWhere(Member Entity::*member, const Member &value)
    {
        return fetchWhere(entityType<Entity>(), Repository<Entity>::equals(member, value),
                          [](const QList<Value> &) { return true; });
    }

    /// What was added since this was asked last.
    QList<KeptRow> takeKept() { return std::exchange(m_kept, {}); }

private:
    void keep(const EntityType &type, const QString &id, const QList<Value> &values);
    Done fetchOne(const EntityType &type, const QString &id);
    Done followReferences();

    const Connection &m_connection;
    const Schema &m_schema;
    RecordRows &m_rows;
    QList<KeptRow> m_kept;
    QList<KeptRow> m_pending; ///< whose references are not followed yet
};

}
