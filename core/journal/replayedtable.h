#pragma once

#include "core/base/digest.h"
#include "core/record/changeset.h"
#include "core/storage/bulkread.h"

#include <QHash>
#include <QUuid>

#include <optional>

namespace plimsoll {

/// What the journal, replayed, says every row of one table must be, to the byte and in the way it is stored:
/// what the engine would read as the same value is another one where the record never wrote it so.
class ReplayedTable
{
public:
    explicit ReplayedTable(const EntityType &type)
        : m_type(type)
    {
    }

    /// Edits of one row come one after another. Answers whether the edit follows from those before, as far as
    /// these can be read.
    bool take(const Edit &edit);
    /// After the last edit.
    void finish();

    /// Holds a row, its id and the described columns in their order, against what it must be, and strikes it
    /// off; what is left when all rows were seen has been deleted.
    std::optional<QString> compare(const BulkRow &row);
    [[nodiscard]] std::optional<QString> missing() const;

private:
    /// The values of a thing; nothing when it must not exist.
    using State = std::optional<QList<Value>>;

    [[nodiscard]] bool follows(const Edit &edit) const;
    void apply(const Edit &edit);

    const EntityType &m_type;
    QHash<QUuid, Digest> m_rows; ///< of id and values; the id in it tells an id in other letters apart
    QString m_current;
    State m_state;
    Hasher m_hasher;
};

}
