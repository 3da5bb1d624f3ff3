#include "core/storage/rowgathering.h"

namespace plimsoll {

Done readRows(const Connection &connection, const EntityType &type, const QList<Condition> &conditions,
              RowsById &rows)
{
    return connection.each(selectText(type, conditions, {}, -1), boundBy(conditions), [&](const Row &row) {
        QList<Value> values(type.fields.size());
        for (qsizetype i = 0; i < values.size(); ++i)
            values[i] = row.value(int(i) + 1, type.fields.at(i).kind);
        rows.insert(row.text(0), values);
    });
}

Done RowGathering::fetch(QAnyStringView table, const QString &id)
{
    const auto *type = m_schema.find(table);
    if (!type)
        return {};
    if (auto fetched = fetchOne(*type, id); !fetched)
        return fetched;
    return followReferences();
}

Done RowGathering::fetchWhere(const EntityType &type, const Condition &condition,
                              const std::function<bool(const QList<Value> &)> &isWanted)
{
    RowsById found;
    if (auto read = readRows(m_connection, type, {condition}, found); !read)
        return read;
    for (auto row = found.cbegin(); row != found.cend(); ++row) {
        if (!m_rows.contains(type.table, row.key()) && isWanted(row.value()))
            keep(type, row.key(), row.value());
    }
    return followReferences();
}

void RowGathering::keep(const EntityType &type, const QString &id, const QList<Value> &values)
{
    m_rows.tables[type.table].insert(id, values);
    m_kept.append({type.table, id});
    m_pending.append({type.table, id});
}

Done RowGathering::fetchOne(const EntityType &type, const QString &id)
{
    if (m_rows.contains(type.table, id))
        return {};
    RowsById found;
    const Condition isThis{QLatin1StringView("id"), Condition::Comparison::Equal, Value(id)};
    if (auto read = readRows(m_connection, type, {isThis}, found); !read)
        return read;
    for (auto row = found.cbegin(); row != found.cend(); ++row)
        keep(type, row.key(), row.value());
    return {};
}

Done RowGathering::followReferences()
{
    while (!m_pending.isEmpty()) {
        const KeptRow row = m_pending.takeLast();
        const auto &fields = m_schema.find(row.table)->fields;
        const QList<Value> values = m_rows.of(row.table).value(row.id);
        for (qsizetype i = 0; i < values.size(); ++i) {
            const auto *referred = m_schema.find(fields.at(i).references);
            const QString target = referenceIn(values.at(i));
            if (!referred || target.isEmpty())
                continue;
            if (auto fetched = fetchOne(*referred, target); !fetched)
                return fetched;
        }
    }
    return {};
}

}
