#pragma once

#include <QCollator>
#include <QVariant>

#include <optional>

namespace plimsoll {

/// A cell made ready for comparison once, instead of at every comparison. Numbers and dates order by value,
/// text as a person expects (5.2.9 before 5.2.10, case aside), and what is missing comes last.
class SortKey
{
public:
    SortKey(const QVariant &value, const QCollator &collator);

    [[nodiscard]] bool isMissing() const { return m_kind == Kind::Missing; }
    /// Negative, zero or positive, as this comes before, with or after `other`.
    [[nodiscard]] int compare(const SortKey &other) const;

private:
    enum class Kind { Number, Text, Missing };

    Kind m_kind = Kind::Missing;
    qint64 m_number = 0;
    std::optional<QCollatorSortKey> m_text;
};

/// The collator of all tables.
QCollator tableCollator();

}
