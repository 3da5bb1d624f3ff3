#pragma once

#include "core/record/words.h"
#include "core/storage/connection.h"

#include <functional>
#include <string_view>

namespace plimsoll {

/// How the database really stores a value, whatever its column is declared as.
enum class StoredAs {
    Null,
    Integer, ///< booleans, too
    Text,
    Otherwise, ///< as the record never does
};

/// One row of a bulk answer, valid only while it is looked at. Text is UTF-8, as it lies in the database.
class BulkRow
{
public:
    /// `statement` is the engine's own.
    explicit BulkRow(void *statement)
        : m_statement(statement)
    {
    }
    /// To be asked before the value is.
    [[nodiscard]] StoredAs storedAs(int column) const;
    /// Empty for NULL.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] QString string(int column) const
    {
        const std::string_view bytes = text(column);
        return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    }
    /// The value whose word stands there; `otherwise` for a foreign word.
    template <Worded E>
    [[nodiscard]] E word(int column, E otherwise) const
    {
        return fromWord<E>(string(column)).value_or(otherwise);
    }
    [[nodiscard]] qint64 integer(int column) const;

private:
    void *m_statement;
};

/// Hands every row of the answer to `take`, in order, and makes no QVariant of it: for questions with
/// hundreds of thousands of short rows for an answer.
Done readInBulk(const Connection &connection, const QString &sql, const QStringList &bound,
                const std::function<void(const BulkRow &)> &take);

}
