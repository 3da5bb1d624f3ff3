#pragma once

#include <QJsonValue>
#include <QString>
#include <QVariant>

#include <optional>
#include <variant>

namespace plimsoll {

/// How a field lies in a table, on every engine.
enum class ColumnKind {
    Text,
    Integer,
    Boolean,
};

/// What one field of the record holds: nothing, yes or no, an integer below 2^53 in magnitude, or text. No
/// doubles.
class Value
{
public:
    Value() = default;
    explicit Value(bool value)
        : m_value(value)
    {
    }
    explicit Value(qint64 value)
        : m_value(value)
    {
    }
    explicit Value(QString value)
        : m_value(std::move(value))
    {
    }

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    [[nodiscard]] const bool *boolean() const { return std::get_if<bool>(&m_value); }
    [[nodiscard]] const qint64 *integer() const { return std::get_if<qint64>(&m_value); }
    [[nodiscard]] const QString *text() const { return std::get_if<QString>(&m_value); }

    /// Null, false, 0 or empty text: what a field holds in a record that never named it.
    [[nodiscard]] bool isNeutral() const;
    /// Whether the record may keep it (integers within 2^53, text without NUL and lone surrogates).
    [[nodiscard]] bool isStorable() const;
    /// For people: the text itself, digits, "yes" or "no", nothing for null.
    [[nodiscard]] QString shown() const;

    [[nodiscard]] QJsonValue toJson() const;
    /// Nothing for doubles, arrays, objects and integers beyond 2^53.
    static std::optional<Value> fromJson(const QJsonValue &json);

    [[nodiscard]] QVariant toVariant() const;
    static Value fromVariant(const QVariant &variant, ColumnKind kind);
    /// What a column that holds something holds before anything is said.
    static Value neutral(ColumnKind kind);

    friend bool operator==(const Value &, const Value &) = default;

private:
    std::variant<std::monostate, bool, qint64, QString> m_value;
};

}
