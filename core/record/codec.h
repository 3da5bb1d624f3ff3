#pragma once

#include "core/base/digest.h"
#include "core/base/id.h"
#include "core/record/value.h"
#include "core/record/words.h"

#include <QDate>
#include <QDateTime>

#include <concepts>

namespace plimsoll {

/// How a C++ type becomes a Value and back. `fromValue` answers nothing for a Value that is no T.
template <class T>
struct Codec;

template <>
struct Codec<QString>
{
    static constexpr auto kind = ColumnKind::Text;
    static constexpr bool nullable = false;
    // A null QString would be bound as NULL: text is never NULL in the record.
    static Value toValue(const QString &text)
    {
        return Value(text.isNull() ? QString(QLatin1String("")) : text);
    }
    static std::optional<QString> fromValue(const Value &value)
    {
        return value.text() ? std::optional(*value.text()) : std::nullopt;
    }
};

template <>
struct Codec<bool>
{
    static constexpr auto kind = ColumnKind::Boolean;
    static constexpr bool nullable = false;
    static Value toValue(bool flag) { return Value(flag); }
    static std::optional<bool> fromValue(const Value &value)
    {
        return value.boolean() ? std::optional(*value.boolean()) : std::nullopt;
    }
};

template <>
struct Codec<qint64>
{
    static constexpr auto kind = ColumnKind::Integer;
    static constexpr bool nullable = false;
    static Value toValue(qint64 number) { return Value(number); }
    static std::optional<qint64> fromValue(const Value &value)
    {
        return value.integer() ? std::optional(*value.integer()) : std::nullopt;
    }
};

template <Worded E>
struct Codec<E>
{
    static constexpr auto kind = ColumnKind::Text;
    static constexpr bool nullable = false;
    static Value toValue(E value) { return Value(QString(word(value))); }
    static std::optional<E> fromValue(const Value &value)
    {
        return value.text() ? fromWord<E>(*value.text()) : std::nullopt;
    }
};

template <class T>
struct Codec<Id<T>>
{
    static constexpr auto kind = ColumnKind::Text;
    static constexpr bool nullable = false;
    static Value toValue(const Id<T> &id)
    {
        return Value(id.isNull() ? QString(QLatin1String("")) : id.text());
    }
    static std::optional<Id<T>> fromValue(const Value &value)
    {
        return value.text() ? std::optional(Id<T>::fromText(*value.text())) : std::nullopt;
    }
};

/// yyyy-MM-dd, a calendar day in the workspace's own time zone.
template <>
struct Codec<QDate>
{
    static constexpr auto kind = ColumnKind::Text;
    static constexpr bool nullable = false;
    static Value toValue(QDate date) { return Value(date.toString(Qt::ISODate)); }
    static std::optional<QDate> fromValue(const Value &value)
    {
        const auto date = value.text() ? QDate::fromString(*value.text(), Qt::ISODate) : QDate();
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
};

/// yyyy-MM-ddTHH:mm:ss.zzzZ, in UTC.
template <>
struct Codec<QDateTime>
{
    static constexpr auto kind = ColumnKind::Text;
    static constexpr bool nullable = false;
    static Value toValue(const QDateTime &at) { return Value(at.toUTC().toString(Qt::ISODateWithMs)); }
    static std::optional<QDateTime> fromValue(const Value &value)
    {
        const auto at = value.text() ? QDateTime::fromString(*value.text(), Qt::ISODateWithMs) : QDateTime();
        return at.isValid() ? std::optional(at.toUTC()) : std::nullopt;
    }
};

template <>
struct Codec<Digest>
{
    static constexpr auto kind = ColumnKind::Text;
    static constexpr bool nullable = false;
    static Value toValue(const Digest &digest) { return Value(digest.hex()); }
    static std::optional<Digest> fromValue(const Value &value)
    {
        return value.text() ? Digest::fromHex(*value.text()) : std::nullopt;
    }
};

template <class T>
struct Codec<std::optional<T>>
{
    static constexpr auto kind = Codec<T>::kind;
    static constexpr bool nullable = true;
    static Value toValue(const std::optional<T> &held) { return held ? Codec<T>::toValue(*held) : Value(); }
    static std::optional<std::optional<T>> fromValue(const Value &value)
    {
        if (value.isNull())
            return std::optional<T>();
        auto held = Codec<T>::fromValue(value);
        return held ? std::optional(std::optional<T>(std::move(held))) : std::nullopt;
    }
};

}
