#include "core/record/value.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QMetaType>

#include <cmath>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Value)
};

constexpr qint64 largest = (qint64(1) << 53) - 1;

}

bool Value::isNeutral() const
{
    if (const auto *flag = boolean())
        return !*flag;
    if (const auto *number = integer())
        return *number == 0;
    if (const auto *string = text())
        return string->isEmpty();
    return true;
}

bool Value::isStorable() const
{
    if (const auto *number = integer())
        return *number >= -largest && *number <= largest;
    if (const auto *string = text())
        return plimsoll::isStorable(*string);
    return true;
}

QString Value::shown() const
{
    if (const auto *flag = boolean())
        return *flag ? Text::tr("yes") : Text::tr("no");
    if (const auto *number = integer())
        return QString::number(*number);
    if (const auto *string = text())
        return *string;
    return {};
}

QJsonValue Value::toJson() const
{
    if (const auto *flag = boolean())
        return *flag;
    if (const auto *number = integer())
        return *number;
    if (const auto *string = text())
        return *string;
    return QJsonValue::Null;
}

std::optional<Value> Value::fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Null:
        return Value();
    case QJsonValue::Bool:
        return Value(json.toBool());
    case QJsonValue::String:
        return Value(json.toString());
    case QJsonValue::Double: {
        const double number = json.toDouble();
        if (std::trunc(number) != number || std::abs(number) > double(largest))
            return std::nullopt;
        return Value(json.toInteger());
    }
    default:
        return std::nullopt;
    }
}

QVariant Value::toVariant() const
{
    if (const auto *flag = boolean())
        return *flag;
    if (const auto *number = integer())
        return *number;
    if (const auto *string = text())
        return *string;
    return QVariant(QMetaType::fromType<QString>());
}

Value Value::fromVariant(const QVariant &variant, ColumnKind kind)
{
    if (variant.isNull())
        return {};
    switch (kind) {
    case ColumnKind::Boolean:
        return Value(variant.toBool());
    case ColumnKind::Integer:
        return Value(variant.toLongLong());
    case ColumnKind::Text:
        break;
    }
    return Value(variant.toString());
}

Value Value::neutral(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Boolean:
        return Value(false);
    case ColumnKind::Integer:
        return Value(qint64(0));
    case ColumnKind::Text:
        break;
    }
    return Value(QString(QLatin1String("")));
}

}
