#pragma once

#include "core/inventory/aisystem.h"
#include "core/storage/connection.h"

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

/// The part of the record that belongs to some systems: a row that names one of them (or one of their
/// assessments or platforms) and no other; whatever such a row refers to; and the workspace's own profile.
/// With every system of the record chosen, bin included, it is the whole record.
struct BelongingRows
{
    RecordRows rows;
    bool isWhole = false;
};

Result<BelongingRows> rowsBelongingTo(const Connection &connection, const Schema &schema,
                                      const QList<Id<AiSystem>> &systems);

/// Adds the row with this id, and whatever it refers to, where the record has it.
Done addWithReferences(const Connection &connection, const Schema &schema, QAnyStringView table,
                       const QString &id, RecordRows &rows);

/// The rows of one table in an order in which each comes after those of the table it refers to.
QStringList inOrderOfReferences(const EntityType &type, const RowsById &rows);

/// Whether rows of this table decide to whom other rows belong.
bool isSubject(QAnyStringView table);

}
