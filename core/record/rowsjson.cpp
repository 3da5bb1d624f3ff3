#include "core/record/rowsjson.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowsJson)
};

using Reason = std::optional<QString>;

QJsonArray tableJson(const EntityType &type, const RowsById &rows)
{
    QJsonArray list;
    for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
        QJsonObject object{{u"id"_s, row.key()}};
        for (qsizetype i = 0; i < type.fields.size(); ++i)
            object.insert(type.fields.at(i).name, row.value().at(i).toJson());
        list.append(object);
    }
    return list;
}

tl::expected<Value, QString> readField(const FieldType &field, const QJsonValue &json, const QString &place)
{
    const auto value = Value::fromJson(json);
    if (!value || !value->isStorable() || !field.fits(*value))
        return tl::unexpected(Text::tr("%1 holds a %2 that can be none").arg(place, fieldLabel(field.name)));
    if (field.presence == Presence::Required && value->isNeutral())
        return tl::unexpected(Text::tr("%1 has no %2").arg(place, fieldLabel(field.name)));
    if (!field.references.isEmpty() && !value->isNeutral() && QUuid::fromString(*value->text()).isNull())
        return tl::unexpected(
            Text::tr("%1 refers to %2 by something that is no id").arg(place, fieldLabel(field.references)));
    return *value;
}

Reason readRow(const EntityType &type, const QJsonObject &object, Unnamed unnamed, RowsById &rows)
{
    const QString id = object.value("id"_L1).toString();
    const QString place = Text::tr("the %1 %2").arg(fieldLabel(type.table), quotedForeign(id));
    const auto uuid = QUuid::fromString(id);
    if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != id)
        return Text::tr("%1 has no id").arg(place);
    if (rows.contains(id))
        return Text::tr("%1 is there twice").arg(place);
    QStringList keys{u"id"_s};
    for (const auto &field : type.fields)
        keys.append(field.name);
    if (auto missed = keysMissed(object, keys, place, unnamed))
        return missed;
    QList<Value> values;
    for (const auto &field : type.fields) {
        if (!object.contains(field.name)) {
            values.append(field.neutral());
            continue;
        }
        auto value = readField(field, object.value(field.name), place);
        if (!value)
            return value.error();
        values.append(std::move(*value));
    }
    rows.insert(id, values);
    return {};
}

Reason danglingReference(const RecordRows &rows, const Schema &schema)
{
    for (const auto &type : schema.types()) {
        const auto &table = rows.of(type.table);
        for (auto row = table.cbegin(); row != table.cend(); ++row) {
            for (qsizetype i = 0; i < type.fields.size(); ++i) {
                const auto &field = type.fields.at(i);
                const QString target = referenceIn(row.value().at(i));
                if (field.references.isEmpty() || target.isEmpty() || rows.contains(field.references, target))
                    continue;
                return Text::tr("the %1 %2 refers to a %3 that is not in it")
                    .arg(fieldLabel(type.table), quotedForeign(row.key()), fieldLabel(field.references));
            }
        }
    }
    return {};
}

}

QString quotedForeign(const QString &foreign)
{
    constexpr qsizetype longest = 60;
    return u'“' + withVisibleControls(foreign.left(longest)) + u'”';
}

std::optional<QString> keysMissed(const QJsonObject &object, const QStringList &keys, const QString &place,
                                  Unnamed unnamed)
{
    for (const auto &key : keys) {
        if (unnamed == Unnamed::Refused && !object.contains(key))
            return Text::tr("%1 does not say its %2").arg(place, key);
    }
    for (const auto &key : object.keys()) {
        if (!keys.contains(key))
            return Text::tr("%1 has %2, which the format does not know").arg(place, quotedForeign(key));
    }
    return {};
}

QJsonObject rowsToJson(const RecordRows &rows, const Schema &schema)
{
    QJsonObject json;
    for (const auto &type : schema.types())
        json.insert(type.table, tableJson(type, rows.of(type.table)));
    return json;
}

tl::expected<RecordRows, QString> rowsFromJson(const QJsonObject &json, const Schema &schema, Unnamed unnamed)
{
    QStringList tables;
    for (const auto &type : schema.types())
        tables.append(type.table);
    if (auto missed = keysMissed(json, tables, Text::tr("the list of its tables"), unnamed))
        return tl::unexpected(*missed);
    RecordRows rows;
    for (const auto &type : schema.types()) {
        const auto value = json.value(type.table);
        if (!value.isArray() && !value.isUndefined())
            return tl::unexpected(Text::tr("the table %1 is no list").arg(type.table));
        const QJsonArray list = value.toArray();
        auto &table = rows.tables[type.table];
        for (const auto &row : list) {
            if (auto reason = readRow(type, row.toObject(), unnamed, table))
                return tl::unexpected(*reason);
        }
    }
    if (auto reason = danglingReference(rows, schema))
        return tl::unexpected(*reason);
    return rows;
}

}
