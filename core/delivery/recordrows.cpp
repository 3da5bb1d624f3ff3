#include "core/delivery/recordrows.h"

#include "core/assessment/assessment.h"
#include "core/storage/repository.h"
#include "core/workspace/profile.h"

#include <QSet>

#include <array>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

/// What a row is about. A row belongs to whoever has all of its subjects.
constexpr std::array subjects{Described<AiSystem>::table, Described<Platform>::table,
                              Described<Assessment>::table};

QString referenceIn(const Value &value)
{
    return value.text() ? *value.text() : QString();
}

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

/// Follows references up (what a row refers to) and down (what refers to a subject) until nothing new comes.
class Gathering
{
public:
    Gathering(const Connection &connection, const Schema &schema, RecordRows &rows)
        : m_connection(connection)
        , m_schema(schema)
        , m_rows(rows)
    {
    }

    Done fetch(const EntityType &type, const QString &id)
    {
        if (m_rows.contains(type.table, id))
            return {};
        RowsById found;
        const QList<Condition> isThis{{QLatin1StringView("id"), Condition::Comparison::Equal, Value(id)}};
        if (auto read = readRows(m_connection, type, isThis, found); !read)
            return read;
        for (auto row = found.cbegin(); row != found.cend(); ++row)
            keep(type, row.key(), row.value());
        return {};
    }

    Done followUp()
    {
        while (!m_pending.isEmpty()) {
            const auto [type, id] = m_pending.takeLast();
            const QList<Value> values = m_rows.of(type->table).value(id);
            for (qsizetype i = 0; i < values.size(); ++i) {
                const auto *referred = m_schema.find(type->fields.at(i).references);
                const QString target = referenceIn(values.at(i));
                if (!referred || target.isEmpty())
                    continue;
                if (auto fetched = fetch(*referred, target); !fetched)
                    return fetched;
            }
        }
        return {};
    }

    Done followUpAndDown()
    {
        if (auto up = followUp(); !up)
            return up;
        while (!m_newSubjects.isEmpty()) {
            const auto [table, id] = m_newSubjects.takeFirst();
            for (const auto &type : m_schema.types()) {
                if (auto down = followDown(type, table, id); !down)
                    return down;
            }
            if (auto up = followUp(); !up)
                return up;
        }
        return {};
    }

private:
    void keep(const EntityType &type, const QString &id, const QList<Value> &values)
    {
        m_rows.tables[type.table].insert(id, values);
        m_pending.append({&type, id});
        if (isSubject(type.table))
            m_newSubjects.append({type.table, id});
    }

    Done followDown(const EntityType &type, QLatin1StringView subject, const QString &id)
    {
        for (const auto &field : type.fields) {
            if (field.references != subject)
                continue;
            RowsById found;
            const QList<Condition> namesIt{{field.name, Condition::Comparison::Equal, Value(id)}};
            if (auto read = readRows(m_connection, type, namesIt, found); !read)
                return read;
            for (auto row = found.cbegin(); row != found.cend(); ++row) {
                if (!m_rows.contains(type.table, row.key()) && namesNoOther(type, row.value()))
                    keep(type, row.key(), row.value());
            }
        }
        return {};
    }

    /// Only a system decides to whom a row belongs that names a system and a platform.
    [[nodiscard]] bool namesNoOther(const EntityType &type, const QList<Value> &values) const
    {
        for (qsizetype i = 0; i < values.size(); ++i) {
            const auto table = type.fields.at(i).references;
            const QString target = referenceIn(values.at(i));
            if (table == Described<AiSystem>::table && !target.isEmpty() && !m_rows.contains(table, target))
                return false;
        }
        return true;
    }

    const Connection &m_connection;
    const Schema &m_schema;
    RecordRows &m_rows;
    QList<std::pair<const EntityType *, QString>> m_pending;
    QList<std::pair<QLatin1StringView, QString>> m_newSubjects;
};

Done addWholeRecord(const Connection &connection, const Schema &schema, RecordRows &rows)
{
    for (const auto &type : schema.types()) {
        if (auto read = readRows(connection, type, {}, rows.tables[type.table]); !read)
            return read;
    }
    return {};
}

}

bool RecordRows::contains(QAnyStringView table, const QString &id) const
{
    return of(table).contains(id);
}

const RowsById &RecordRows::of(QAnyStringView table) const
{
    static const RowsById none;
    const auto found = tables.constFind(table.toString());
    return found == tables.constEnd() ? none : *found;
}

qsizetype RecordRows::count() const
{
    qsizetype all = 0;
    for (const auto &rows : tables)
        all += rows.size();
    return all;
}

bool isSubject(QAnyStringView table)
{
    return std::find(subjects.cbegin(), subjects.cend(), table) != subjects.cend();
}

Result<BelongingRows> rowsBelongingTo(const Connection &connection, const Schema &schema,
                                      const QList<Id<AiSystem>> &systems)
{
    BelongingRows belonging;
    RowsById all;
    if (auto read = readRows(connection, entityType<AiSystem>(), {}, all); !read)
        return tl::unexpected(read.error());
    const auto isChosen = [&](const QString &id) {
        return systems.contains(Id<AiSystem>::fromText(id));
    };
    belonging.isWhole = std::all_of(all.keyBegin(), all.keyEnd(), isChosen);
    if (belonging.isWhole) {
        if (auto read = addWholeRecord(connection, schema, belonging.rows); !read)
            return tl::unexpected(read.error());
        return belonging;
    }

    Gathering gathering(connection, schema, belonging.rows);
    for (const auto &system : systems) {
        if (auto fetched = gathering.fetch(entityType<AiSystem>(), system.text()); !fetched)
            return tl::unexpected(fetched.error());
    }
    if (auto followed = gathering.followUpAndDown(); !followed)
        return tl::unexpected(followed.error());
    RowsById profiles;
    if (auto read = readRows(connection, entityType<WorkspaceProfile>(), {}, profiles); !read)
        return tl::unexpected(read.error());
    for (auto profile = profiles.cbegin(); profile != profiles.cend(); ++profile) {
        if (auto added = addWithReferences(connection, schema, Described<WorkspaceProfile>::table,
                                           profile.key(), belonging.rows);
            !added)
            return tl::unexpected(added.error());
    }
    return belonging;
}

Done addWithReferences(const Connection &connection, const Schema &schema, QAnyStringView table,
                       const QString &id, RecordRows &rows)
{
    const auto *type = schema.find(table);
    if (!type)
        return {};
    Gathering gathering(connection, schema, rows);
    if (auto fetched = gathering.fetch(*type, id); !fetched)
        return fetched;
    return gathering.followUp();
}

QStringList inOrderOfReferences(const EntityType &type, const RowsById &rows)
{
    QList<qsizetype> own;
    for (qsizetype i = 0; i < type.fields.size(); ++i) {
        if (type.fields.at(i).references == type.table)
            own.append(i);
    }
    if (own.isEmpty())
        return rows.keys();

    QStringList ordered;
    QSet<QString> placed;
    QStringList waiting = rows.keys();
    while (!waiting.isEmpty()) {
        QStringList still;
        for (const auto &id : std::as_const(waiting)) {
            const auto &values = *rows.constFind(id);
            const bool waits = std::any_of(own.cbegin(), own.cend(), [&](qsizetype i) {
                const QString target = referenceIn(values.at(i));
                return rows.contains(target) && !placed.contains(target);
            });
            if (waits) {
                still.append(id);
                continue;
            }
            ordered.append(id);
            placed.insert(id);
        }
        if (still.size() == waiting.size())
            return ordered + still; // a ring: the database's own check refuses it
        waiting = still;
    }
    return ordered;
}

}
