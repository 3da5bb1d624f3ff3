#include "core/delivery/recordjson.h"

#include "core/base/text.h"
#include "core/record/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordJson)
};

constexpr auto formatName = "plimsoll-record"_L1;

tl::unexpected<Error> refusal(const QString &reason)
{
    return refuse(
        ErrorCode::Damaged,
        Text::tr("The record in this package cannot be read: %1. Ask for the package again.").arg(reason));
}

QString shown(const QString &foreign)
{
    constexpr qsizetype longest = 60;
    return u'“' + withVisibleControls(foreign.left(longest)) + u'”';
}

/// Refuses an object that lacks one of the keys or has another.
Done checkKeys(const QJsonObject &object, const QStringList &keys, const QString &place)
{
    for (const auto &key : keys) {
        if (!object.contains(key))
            return refusal(Text::tr("%1 does not say its %2").arg(place, key));
    }
    for (const auto &key : object.keys()) {
        if (!keys.contains(key))
            return refusal(Text::tr("%1 has %2, which the format does not know").arg(place, shown(key)));
    }
    return {};
}

QJsonObject catalogueJson(const CatalogueReference &catalogue)
{
    QJsonObject provisions;
    for (auto digest = catalogue.provisions.cbegin(); digest != catalogue.provisions.cend(); ++digest)
        provisions.insert(digest.key(), digest.value().hex());
    return {{u"digest"_s, catalogue.digest.hex()},
            {u"edition"_s, catalogue.edition},
            {u"id"_s, catalogue.id},
            {u"provisions"_s, provisions},
            {u"version"_s, catalogue.version}};
}

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

Result<CatalogueReference> readCatalogue(const QJsonObject &object)
{
    const QStringList keys{u"digest"_s, u"edition"_s, u"id"_s, u"provisions"_s, u"version"_s};
    if (auto fit = checkKeys(object, keys, Text::tr("its catalogue")); !fit)
        return tl::unexpected(fit.error());
    CatalogueReference catalogue;
    catalogue.id = object.value("id"_L1).toString();
    catalogue.version = object.value("version"_L1).toString();
    catalogue.edition = object.value("edition"_L1).toString();
    const auto digest = Digest::fromHex(object.value("digest"_L1).toString());
    if (!digest)
        return refusal(Text::tr("the catalogue's digest is none"));
    catalogue.digest = *digest;
    const auto provisions = object.value("provisions"_L1).toObject();
    for (auto entry = provisions.begin(); entry != provisions.end(); ++entry) {
        const auto held = Digest::fromHex(entry.value().toString());
        if (!held)
            return refusal(Text::tr("the digest of provision %1 is none").arg(shown(entry.key())));
        catalogue.provisions.insert(entry.key(), *held);
    }
    return catalogue;
}

Result<Value> readField(const FieldType &field, const QJsonValue &json, const QString &place)
{
    const auto value = Value::fromJson(json);
    if (!value || !value->isStorable() || !field.fits(*value))
        return refusal(Text::tr("%1 holds a %2 that can be none").arg(place, fieldLabel(field.name)));
    if (field.presence == Presence::Required && value->isNeutral())
        return refusal(Text::tr("%1 has no %2").arg(place, fieldLabel(field.name)));
    if (!field.references.isEmpty() && !value->isNeutral() && QUuid::fromString(*value->text()).isNull())
        return refusal(
            Text::tr("%1 refers to %2 by something that is no id").arg(place, fieldLabel(field.references)));
    return *value;
}

Done readRow(const EntityType &type, const QJsonObject &object, RowsById &rows)
{
    const QString id = object.value("id"_L1).toString();
    const QString place = Text::tr("the %1 %2").arg(fieldLabel(type.table), shown(id));
    const auto uuid = QUuid::fromString(id);
    if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != id)
        return refusal(Text::tr("%1 has no id").arg(place));
    if (rows.contains(id))
        return refusal(Text::tr("%1 is there twice").arg(place));
    QStringList keys{u"id"_s};
    for (const auto &field : type.fields)
        keys.append(field.name);
    if (auto fit = checkKeys(object, keys, place); !fit)
        return fit;
    QList<Value> values;
    for (const auto &field : type.fields) {
        auto value = readField(field, object.value(field.name), place);
        if (!value)
            return tl::unexpected(value.error());
        values.append(std::move(*value));
    }
    rows.insert(id, values);
    return {};
}

Result<RecordRows> readEntities(const QJsonObject &entities, const Schema &schema)
{
    QStringList tables;
    for (const auto &type : schema.types())
        tables.append(type.table);
    if (auto fit = checkKeys(entities, tables, Text::tr("the list of its tables")); !fit)
        return tl::unexpected(fit.error());
    RecordRows rows;
    for (const auto &type : schema.types()) {
        const auto value = entities.value(type.table);
        if (!value.isArray())
            return refusal(Text::tr("the table %1 is no list").arg(type.table));
        const QJsonArray list = value.toArray();
        auto &table = rows.tables[type.table];
        for (const auto &row : list) {
            if (auto read = readRow(type, row.toObject(), table); !read)
                return tl::unexpected(read.error());
        }
    }
    return rows;
}

Done checkReferences(const RecordRows &rows, const Schema &schema)
{
    for (const auto &type : schema.types()) {
        const auto &table = rows.of(type.table);
        for (auto row = table.cbegin(); row != table.cend(); ++row) {
            for (qsizetype i = 0; i < type.fields.size(); ++i) {
                const auto &field = type.fields.at(i);
                const auto *target = row.value().at(i).text();
                if (field.references.isEmpty() || !target || target->isEmpty() ||
                    rows.contains(field.references, *target))
                    continue;
                return refusal(
                    Text::tr("the %1 %2 refers to a %3 that is not in it")
                        .arg(fieldLabel(type.table), shown(row.key()), fieldLabel(field.references)));
            }
        }
    }
    return {};
}

Result<QJsonObject> parsed(const QByteArray &json)
{
    if (json.size() > longestRecord)
        return refusal(Text::tr("it is longer than any record can be"));
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return refusal(Text::tr("it is no JSON object"));
    const auto object = document.object();
    if (object.value("format"_L1) != formatName)
        return refusal(Text::tr("it does not call itself a record of Plimsoll"));
    if (object.value("version"_L1).toInteger() > recordFormatVersion)
        return refuse(ErrorCode::Newer,
                      Text::tr("The record in this package was written by a newer Plimsoll. Install the "
                               "newer program to read it."));
    // Two equal keys, a fraction, or a rearranged document do not survive this comparison.
    if (canonicalJson(object) != json)
        return refusal(Text::tr("it is not in canonical form, or says something twice"));
    return object;
}

}

CatalogueReference referenceTo(const Catalogue &catalogue)
{
    CatalogueReference reference{
        catalogue.id(), catalogue.version(), catalogue.edition(), catalogue.digest(), {}};
    for (const auto &provision : catalogue.provisions())
        reference.provisions.insert(provision.id, provision.digest);
    return reference;
}

QByteArray recordJson(const RecordDocument &document, const Schema &schema)
{
    QJsonObject entities;
    for (const auto &type : schema.types())
        entities.insert(type.table, tableJson(type, document.rows.of(type.table)));
    return canonicalJson(QJsonObject{{u"catalogue"_s, catalogueJson(document.catalogue)},
                                     {u"entities"_s, entities},
                                     {u"format"_s, formatName},
                                     {u"version"_s, recordFormatVersion}});
}

Result<RecordDocument> recordFromJson(const QByteArray &json, const Schema &schema)
{
    const auto object = parsed(json);
    if (!object)
        return tl::unexpected(object.error());
    const QStringList keys{u"catalogue"_s, u"entities"_s, u"format"_s, u"version"_s};
    if (auto fit = checkKeys(*object, keys, Text::tr("it")); !fit)
        return tl::unexpected(fit.error());
    auto catalogue = readCatalogue(object->value("catalogue"_L1).toObject());
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    auto rows = readEntities(object->value("entities"_L1).toObject(), schema);
    if (!rows)
        return tl::unexpected(rows.error());
    if (auto whole = checkReferences(*rows, schema); !whole)
        return tl::unexpected(whole.error());
    return RecordDocument{std::move(*catalogue), std::move(*rows)};
}

}
