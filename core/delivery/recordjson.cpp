#include "core/delivery/recordjson.h"

#include "core/record/canonicaljson.h"
#include "core/record/rowsjson.h"

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

Result<CatalogueReference> readCatalogue(const QJsonObject &object)
{
    const QStringList keys{u"digest"_s, u"edition"_s, u"id"_s, u"provisions"_s, u"version"_s};
    if (const auto missed = keysMissed(object, keys, Text::tr("its catalogue")))
        return refusal(*missed);
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
            return refusal(Text::tr("the digest of provision %1 is none").arg(quotedForeign(entry.key())));
        catalogue.provisions.insert(entry.key(), *held);
    }
    return catalogue;
}

/// Which table is there that this version of the format had not yet, as a clause.
std::optional<QString> tableAfter(qint64 version, const QJsonObject &entities)
{
    static const QList<std::pair<QString, int>> added{
        {u"closing"_s, 2}, {u"restoration"_s, 3}, {u"issued_system"_s, 3}};
    for (const auto &[table, since] : added) {
        if (version < since && entities.contains(table))
            return Text::tr("it calls itself version %1 of its format, but holds the table %2 of version %3")
                .arg(version)
                .arg(table)
                .arg(since);
    }
    return std::nullopt;
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
    const auto version = object.value("version"_L1).toInteger();
    if (version < 1)
        return refusal(Text::tr("it does not say in which version of its format it is"));
    if (version > recordFormatVersion)
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
    return canonicalJson(QJsonObject{{u"catalogue"_s, catalogueJson(document.catalogue)},
                                     {u"entities"_s, rowsToJson(document.rows, schema)},
                                     {u"format"_s, formatName},
                                     {u"version"_s, recordFormatVersion}});
}

Result<RecordDocument> recordFromJson(const QByteArray &json, const Schema &schema)
{
    const auto object = parsed(json);
    if (!object)
        return tl::unexpected(object.error());
    const QStringList keys{u"catalogue"_s, u"entities"_s, u"format"_s, u"version"_s};
    if (const auto missed = keysMissed(*object, keys, Text::tr("it")))
        return refusal(*missed);
    auto catalogue = readCatalogue(object->value("catalogue"_L1).toObject());
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    const auto version = object->value("version"_L1).toInteger();
    if (const auto later = tableAfter(version, object->value("entities"_L1).toObject()))
        return refusal(*later);
    const bool isEarlier = version < recordFormatVersion;
    auto rows = rowsFromJson(object->value("entities"_L1).toObject(), schema,
                             isEarlier ? Unnamed::Neutral : Unnamed::Refused);
    if (!rows)
        return refusal(rows.error());
    return RecordDocument{std::move(*catalogue), std::move(*rows)};
}

}
