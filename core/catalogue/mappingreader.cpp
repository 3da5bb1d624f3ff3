#include "core/catalogue/mappingreader.h"

#include "core/catalogue/mapreader.h"
#include "core/catalogue/yamlreader.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MappingReader)
};

/// Splits "phase design" into what is meant and its name; a lone word is a provision.
bool readSubject(const QString &from, const Catalogue &catalogue, Mapping &mapping)
{
    const QString kind = from.section(u' ', 0, 0);
    mapping.subject = from.section(u' ', 1);
    if (kind == "principle"_L1) {
        mapping.from = Mapping::From::Principle;
        const int number = mapping.subject.toInt();
        return std::ranges::find(catalogue.principles(), number, &Principle::number) !=
               catalogue.principles().end();
    }
    if (kind == "phase"_L1) {
        mapping.from = Mapping::From::Phase;
        return catalogue.phase(mapping.subject) != nullptr;
    }
    if (kind == "role"_L1) {
        mapping.from = Mapping::From::Role;
        return fromWord<Role>(mapping.subject).has_value();
    }
    mapping.from = Mapping::From::Provision;
    mapping.subject = from;
    return catalogue.provision(from) != nullptr;
}

/// Complains about rows that lead from the same to the same.
void tellApart(const std::vector<SourceNode> &rows, Complaints &complaints)
{
    QSet<std::pair<QString, QString>> seen;
    for (const SourceNode &row : rows) {
        const SourceNode *from = row.entry("from"_L1);
        const SourceNode *to = row.entry("to"_L1);
        if (!from || !to)
            continue;
        if (seen.contains({from->text, to->text}))
            complaints.add(row.place, Text::tr("%1 is mapped to %2 twice.").arg(from->text, to->text));
        seen.insert({from->text, to->text});
    }
}

Mapping readRow(const SourceNode &node, const Catalogue &catalogue, Complaints &complaints)
{
    MapReader reader(node, Text::tr("row"), complaints);
    Mapping mapping;
    const QString from = reader.text("from"_L1);
    if (!from.isEmpty() && !readSubject(from, catalogue, mapping))
        reader.complain("from"_L1, Text::tr("%1 is nothing the catalogue %2 has.").arg(from, catalogue.id()));
    mapping.to = reader.text("to"_L1);
    mapping.title = reader.optionalText("title"_L1);
    mapping.also = reader.optionalText("also"_L1);
    mapping.relation = reader.oneOf<Relation>("relation"_L1);
    mapping.basis = reader.oneOf<MappingBasis>("basis"_L1);
    reader.finish();
    return mapping;
}

void checkCounts(MapReader &root, const std::vector<Mapping> &rows, Complaints &complaints)
{
    const SourceNode *node = root.map("counts"_L1);
    if (!node)
        return;
    MapReader counts(*node, Text::tr("counts of the mapping"), complaints);
    const auto check = [&counts](QLatin1StringView key, qsizetype found) {
        if (const int declared = counts.number(key); declared != found)
            counts.complain(
                key, Text::tr("%1: the mapping declares %2 but holds %3.").arg(key).arg(declared).arg(found));
    };
    check("rows"_L1, qsizetype(rows.size()));
    check("source"_L1, std::ranges::count(rows, MappingBasis::Source, &Mapping::basis));
    check("judgement"_L1, std::ranges::count(rows, MappingBasis::Judgement, &Mapping::basis));
    counts.finish();
}

}

Result<MappingSet> readMapping(const SourceNode &rootNode, const Catalogue &catalogue, const QString &file)
{
    Complaints complaints(file);
    if (rootNode.kind != SourceNode::Kind::Map) {
        complaints.add(rootNode.place,
                       Text::tr("A mapping is a map that begins with its id, but this is none."));
        return tl::unexpected(complaints.error());
    }
    MapReader root(rootNode, Text::tr("mapping"), complaints);
    MappingSet set;
    set.id = root.text("mapping"_L1);
    set.version = root.text("version"_L1);
    set.framework = root.text("framework"_L1);
    set.shortName = root.text("short"_L1);
    set.catalogue = root.text("catalogue"_L1);
    if (!set.catalogue.isEmpty() && set.catalogue != catalogue.id())
        root.complain("catalogue"_L1, Text::tr("This mapping starts from the catalogue %1, not from %2.")
                                          .arg(set.catalogue, catalogue.id()));
    set.language = root.text("language"_L1);
    set.notice = root.text("notice"_L1);
    const std::vector<SourceNode> &rows = root.list("rows"_L1);
    tellApart(rows, complaints);
    for (const SourceNode &row : rows)
        set.rows.push_back(readRow(row, catalogue, complaints));
    checkCounts(root, set.rows, complaints);
    root.finish();
    if (!complaints.isEmpty())
        return tl::unexpected(complaints.error());
    return set;
}

Result<MappingSet> readMappingFile(const QString &path, const Catalogue &catalogue)
{
    const auto root = readYamlFile(path);
    if (!root)
        return tl::unexpected(root.error());
    return readMapping(*root, catalogue, path.section(u'/', -1));
}

}
