#include "core/delivery/belongingrows.h"

#include "core/assessment/assessment.h"
#include "core/evidence/issuedsystem.h"
#include "core/journal/restoration.h"
#include "core/storage/rowgathering.h"
#include "core/workspace/profile.h"

#include <QSet>

#include <array>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

/// What a row is about. A row belongs to whoever has all of its subjects.
constexpr std::array subjects{Described<AiSystem>::table, Described<Platform>::table,
                              Described<Assessment>::table};

/// Follows references up (what a row refers to) and down (what refers to a subject) until nothing new comes.
class BelongingGathering
{
public:
    BelongingGathering(const Connection &connection, const Schema &schema, RecordRows &rows)
        : m_schema(schema)
        , m_rows(rows)
        , m_gathering(connection, schema, rows)
    {
    }

    Done gather(const QList<Id<AiSystem>> &systems)
    {
        for (const auto &system : systems) {
            if (auto fetched = m_gathering.fetch(Described<AiSystem>::table, system.text()); !fetched)
                return fetched;
        }
        while (true) {
            const auto kept = m_gathering.takeKept();
            if (kept.isEmpty())
                return {};
            for (const auto &row : kept) {
                if (!isSubject(row.table))
                    continue;
                if (auto down = followDown(row); !down)
                    return down;
            }
        }
    }

private:
    Done followDown(const KeptRow &subject)
    {
        for (const auto &type : m_schema.types()) {
            if (isOfTheRegister(type.table))
                continue;
            for (const auto &field : type.fields) {
                if (field.references != subject.table)
                    continue;
                const Condition namesIt{field.name, Condition::Comparison::Equal, Value(subject.id)};
                const auto isOurs = [&](const QList<Value> &values) {
                    return namesNoOther(type, values);
                };
                if (auto fetched = m_gathering.fetchWhere(type, namesIt, isOurs); !fetched)
                    return fetched;
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

    const Schema &m_schema;
    RecordRows &m_rows;
    RowGathering m_gathering;
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

bool isSubject(QLatin1StringView table)
{
    return std::find(subjects.cbegin(), subjects.cend(), table) != subjects.cend();
}

bool isOfTheRegister(QLatin1StringView table)
{
    return table == Described<IssuedPackage>::table || table == Described<IssuedSystem>::table;
}

Result<BelongingRows> rowsBelongingTo(const Connection &connection, const Schema &schema,
                                      const QList<Id<AiSystem>> &systems)
{
    BelongingRows belonging;
    RowsById all;
    if (auto read = readRows(connection, entityType<AiSystem>(), {}, all); !read)
        return tl::unexpected(read.error());
    QSet<QString> chosen;
    for (const auto &system : systems)
        chosen.insert(system.text());
    const auto isChosen = [&](const QString &id) {
        return chosen.contains(id);
    };
    belonging.isWhole = std::all_of(all.keyBegin(), all.keyEnd(), isChosen);
    if (belonging.isWhole) {
        if (auto read = addWholeRecord(connection, schema, belonging.rows); !read)
            return tl::unexpected(read.error());
        return belonging;
    }

    if (auto gathered = BelongingGathering(connection, schema, belonging.rows).gather(systems); !gathered)
        return tl::unexpected(gathered.error());
    RowGathering gathering(connection, schema, belonging.rows);
    for (const EntityType *type : {&entityType<WorkspaceProfile>(), &entityType<Restoration>()}) {
        RowsById rows;
        if (auto read = readRows(connection, *type, {}, rows); !read)
            return tl::unexpected(read.error());
        for (auto row = rows.keyBegin(); row != rows.keyEnd(); ++row) {
            if (auto added = gathering.fetch(type->table, *row); !added)
                return tl::unexpected(added.error());
        }
    }
    return belonging;
}

}
