#include "app/commands/catalogueshow.h"

#include "app/commands/cataloguejson.h"
#include "app/commands/cataloguewords.h"
#include "app/commands/output.h"

#include "core/catalogue/cataloguereader.h"
#include "core/catalogue/shippedcatalogue.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueShow)
};

/// A catalogue and the crosswalks that start from it.
struct Shown
{
    std::shared_ptr<const Catalogue> catalogue;
    std::vector<MappingSet> mappings;
};

/// The built-in one when no file is named; crosswalks start from no other.
Result<Shown> catalogueIn(const QString &file)
{
    if (!file.isEmpty()) {
        auto catalogue = readCatalogueFile(file);
        if (!catalogue)
            return tl::unexpected(catalogue.error());
        return Shown{std::make_shared<const Catalogue>(std::move(*catalogue)), {}};
    }
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    auto mappings = shippedMappings(**catalogue);
    if (!mappings)
        return tl::unexpected(mappings.error());
    return Shown{*catalogue, std::move(*mappings)};
}

/// The provision that `designator` names, itself or by one of its parts. Null for wrong usage, which is then
/// explained on `output`.
const Provision *provisionCalled(const QString &designator, const Catalogue &catalogue, Output &output)
{
    const auto *provision = catalogue.provision(designator.section(u'/', 0, 0));
    if (!provision) {
        output.remark(Text::tr("%1 has no provision %2. \"plimsollctl catalogue show\" lists them.")
                          .arg(catalogue.edition(), designator));
        return nullptr;
    }
    const auto isNamed = [&](const ProvisionPart &part) {
        return designator == provision->id + u'/' + part.letter;
    };
    if (designator == provision->id || std::ranges::any_of(provision->parts, isNamed))
        return provision;
    if (provision->parts.empty()) {
        output.remark(Text::tr("%1 has no parts. Ask for %1 itself.").arg(provision->id));
        return nullptr;
    }
    output.remark(Text::tr("%1 has no such part as %2. Ask for %1 itself, or for one of:")
                      .arg(provision->id, designator));
    for (const auto &part : provision->parts)
        output.remark(u"%1/%2  %3"_s.arg(provision->id, part.letter, part.title));
    return nullptr;
}

Result<Exit> show(const QString &designator, const QString &file, Output &output)
{
    const auto shown = catalogueIn(file);
    if (!shown)
        return tl::unexpected(shown.error());
    const auto &[catalogue, mappings] = *shown;
    if (designator.isEmpty()) {
        output.words(listOf(*catalogue, mappings));
        output.json(jsonOf(*catalogue, mappings));
        return Exit::Fine;
    }
    const auto *provision = provisionCalled(designator, *catalogue, output);
    if (!provision)
        return Exit::Usage;
    output.words(textOf(*catalogue, mappings, *provision));
    output.json(jsonOf(*catalogue, mappings, *provision));
    return Exit::Fine;
}

}

void addCatalogueShow(CommandLine &commandLine, Command group)
{
    struct Arguments
    {
        std::string designator;
        std::string file;
    };
    const auto arguments = std::make_shared<Arguments>();
    const Command command = group.command("show", "Show EN 304 223 as a list, or one provision in full");
    command.takes("PROVISION", arguments->designator, "Such as 5.2.1-1").filled();
    command.takes("--catalogue", arguments->file, "Another catalogue than the built-in one").named("FILE");
    commandLine.perform(command, [arguments](const Invocation &invocation) {
        return show(QString::fromStdString(arguments->designator), QString::fromStdString(arguments->file),
                    invocation.output);
    });
}

}
