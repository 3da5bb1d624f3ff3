#include "core/record/recordrows.h"

#include <QSet>

#include <algorithm>

namespace plimsoll {

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

QString referenceIn(const Value &value)
{
    return value.text() ? *value.text() : QString();
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
