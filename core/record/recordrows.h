#pragma once

#include "core/record/described.h"

#include <QHash>
#include <QMap>

namespace plimsoll {

/// Rows of one table by id; each holds its values in the order of the type's description.
using RowsById = QMap<QString, QList<Value>>;

/// A part of the record, as rows of any kind.
struct RecordRows
{
    QHash<QString, RowsById> tables; ///< by the table's name

    [[nodiscard]] bool contains(QAnyStringView table, const QString &id) const;
    [[nodiscard]] const RowsById &of(QAnyStringView table) const;
    [[nodiscard]] qsizetype count() const;

    friend bool operator==(const RecordRows &, const RecordRows &) = default;
};

/// The rows of one table in an order in which each comes after those of the table it refers to.
QStringList inOrderOfReferences(const EntityType &type, const RowsById &rows);

/// The id a value refers to; empty when it refers to none.
QString referenceIn(const Value &value);

}
