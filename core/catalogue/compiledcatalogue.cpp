#include "core/catalogue/compiledcatalogue.h"

#include "core/catalogue/cataloguereader.h"
#include "core/catalogue/mappingreader.h"
#include "core/record/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompiledCatalogue)
};

Result<QJsonObject> parse(const QByteArray &bytes, const QString &file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(ErrorCode::Damaged, Text::tr("%1 is no compiled catalogue.").arg(file),
                      error.errorString());
    return document.object();
}

/// Nothing when one of the digests is missing or no digest.
std::optional<CatalogueDigests> digestsIn(const QJsonObject &object)
{
    CatalogueDigests digests;
    const auto whole = Digest::fromHex(object["digest"_L1].toString());
    if (!whole)
        return std::nullopt;
    digests.whole = *whole;
    const QJsonArray provisions = object["provisions"_L1].toArray();
    for (const auto &hex : provisions) {
        const auto digest = Digest::fromHex(hex.toString());
        if (!digest)
            return std::nullopt;
        digests.provisions.push_back(*digest);
    }
    return digests;
}

}

QByteArray compiled(const SourceNode &root)
{
    const CatalogueDigests digests = digestsOf(root);
    QJsonArray provisions;
    for (const Digest &digest : digests.provisions)
        provisions.append(digest.hex());
    return canonicalJson(QJsonObject{
        {u"digest"_s, digests.whole.hex()}, {u"provisions"_s, provisions}, {u"source"_s, toJson(root)}});
}

Result<Catalogue> readCompiledCatalogue(const QByteArray &bytes, const QString &file)
{
    const auto object = parse(bytes, file);
    if (!object)
        return tl::unexpected(object.error());
    const auto digests = digestsIn(*object);
    if (!digests)
        return refuse(ErrorCode::Damaged, Text::tr("%1 is no compiled catalogue.").arg(file));
    return readCatalogue(sourceNodeFromJson((*object)["source"_L1]), file, *digests);
}

Result<MappingSet> readCompiledMapping(const QByteArray &bytes, const Catalogue &catalogue,
                                       const QString &file)
{
    const auto object = parse(bytes, file);
    if (!object)
        return tl::unexpected(object.error());
    return readMapping(sourceNodeFromJson((*object)["source"_L1]), catalogue, file);
}

}
