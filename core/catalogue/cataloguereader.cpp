#include "core/catalogue/cataloguereader.h"

#include "core/catalogue/catalogueparts.h"
#include "core/catalogue/yamlreader.h"
#include "core/record/canonicaljson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueReader)
};

Digest digestOf(const SourceNode &map)
{
    return Digest::of(canonicalJson(toJson(map).toObject()));
}

std::vector<UndefinedTerm> readUndefinedTerms(MapReader &root, Complaints &complaints)
{
    std::vector<UndefinedTerm> terms;
    for (const SourceNode &node : root.list("undefined_terms"_L1)) {
        MapReader reader(node, Text::tr("undefined term"), complaints);
        terms.push_back({reader.text("id"_L1), reader.text("note"_L1)});
        reader.finish();
    }
    return terms;
}

CatalogueContent readEntries(const SourceNode &rootNode, Complaints &complaints)
{
    MapReader root(rootNode, Text::tr("catalogue"), complaints);
    const CatalogueNames names = CatalogueNames::gather(rootNode, complaints);
    CatalogueContent content;
    content.id = root.text("catalogue"_L1);
    content.version = root.text("version"_L1);
    content.title = root.text("title"_L1);
    content.edition = root.text("edition"_L1);
    content.publisher = root.text("publisher"_L1);
    content.source = root.text("source"_L1);
    content.language = root.text("language"_L1);
    content.licence = root.text("licence"_L1);
    content.notices = root.optionalTexts("notices"_L1);
    root.map("counts"_L1);
    content.undefinedTerms = readUndefinedTerms(root, complaints);
    content.phases = readPhases(root, complaints);
    content.principles = readPrinciples(root, names, complaints);
    content.facts = readFacts(root, complaints);
    content.events = readEvents(root, names, complaints);
    content.provisions = readProvisions(root, names, content.principles, complaints);
    content.presets = readPresets(root, names, complaints);
    root.finish();
    return content;
}

Result<CatalogueContent> readContent(const SourceNode &root, const QString &file)
{
    Complaints complaints(file);
    if (root.kind != SourceNode::Kind::Map) {
        complaints.add(root.place,
                       Text::tr("A catalogue is a map that begins with its id, but this is none."));
        return tl::unexpected(complaints.error());
    }
    CatalogueContent content = readEntries(root, complaints);
    if (complaints.isEmpty())
        checkWhole(content, root, complaints);
    if (!complaints.isEmpty())
        return tl::unexpected(complaints.error());
    return content;
}

}

CatalogueDigests digestsOf(const SourceNode &root)
{
    CatalogueDigests digests;
    digests.whole = digestOf(root);
    for (const SourceNode &provision : entriesOf(root.entry("provisions"_L1)))
        digests.provisions.push_back(digestOf(provision));
    return digests;
}

Result<Catalogue> readCatalogue(const SourceNode &root, const QString &file, const CatalogueDigests &digests)
{
    auto content = readContent(root, file);
    if (!content)
        return tl::unexpected(content.error());
    if (digests.provisions.size() != content->provisions.size())
        return refuse(ErrorCode::Damaged,
                      Text::tr("%1 holds another number of digests than of provisions.").arg(file));
    content->digest = digests.whole;
    for (size_t i = 0; i < digests.provisions.size(); ++i)
        content->provisions[i].digest = digests.provisions[i];
    return Catalogue(std::move(*content));
}

Result<Catalogue> readCatalogue(const SourceNode &root, const QString &file)
{
    return readCatalogue(root, file, digestsOf(root));
}

Result<Catalogue> readCatalogueFile(const QString &path)
{
    const auto root = readYamlFile(path);
    if (!root)
        return tl::unexpected(root.error());
    return readCatalogue(*root, path.section(u'/', -1));
}

}
