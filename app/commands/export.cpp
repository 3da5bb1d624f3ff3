#include "app/commands/export.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/delivery/exportpackage.h"
#include "core/storage/repository.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

struct Arguments
{
    std::string folder;
    std::vector<std::string> systems;
    std::string place;
    std::string issuedTo;
    std::string purpose;
    std::string replaces;
    bool asFolder = false;
};

Result<QList<Id<AiSystem>>> namedSystems(const Arguments &arguments, const Connection &connection)
{
    QList<Id<AiSystem>> systems;
    for (const auto &words : arguments.systems) {
        const auto system = systemCalled(QString::fromStdString(words), connection);
        if (!system)
            return tl::unexpected(system.error());
        if (!systems.contains(system->id))
            systems.append(system->id);
    }
    return systems;
}

/// The entry of the register that people name by file name or seal; the newest of a name.
Result<std::optional<Id<IssuedPackage>>> earlierPackage(const QString &words, const Connection &connection)
{
    if (words.isEmpty())
        return std::optional<Id<IssuedPackage>>();
    const auto all = Repository<IssuedPackage>(connection).all();
    if (!all)
        return tl::unexpected(all.error());
    std::optional<Id<IssuedPackage>> found;
    for (const auto &entry : *all) {
        if (entry.fileName == words || entry.seal.hex() == words)
            found = entry.id;
    }
    if (!found)
        return refuse(
            ErrorCode::NotFound,
            Text::tr("The register knows no package called %1. Give its file name or its seal.").arg(words));
    return found;
}

struct Asked
{
    QList<Id<AiSystem>> systems;
    ExportOptions options;
};

Result<Asked> asked(const Arguments &arguments, const Workspace &workspace)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto systems = namedSystems(arguments, **reader);
    if (!systems)
        return tl::unexpected(systems.error());
    const auto replaces = earlierPackage(QString::fromStdString(arguments.replaces), **reader);
    if (!replaces)
        return tl::unexpected(replaces.error());
    return Asked{*systems,
                 {arguments.asFolder ? PackageForm::Folder : PackageForm::Zip,
                  QString::fromStdString(arguments.issuedTo), QString::fromStdString(arguments.purpose),
                  *replaces}};
}

Result<Exit> exportReport(const Arguments &arguments, const Invocation &invocation)
{
    const auto workspace = openRecord(arguments.folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto wanted = asked(arguments, **workspace);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const QString path = QString::fromStdString(arguments.place);
    const auto exported =
        exportPdf(**workspace, wanted->systems, path, wanted->options, invocation.output.progress());
    if (!exported)
        return tl::unexpected(exported.error());
    for (const auto &warning : exported->warnings)
        invocation.output.remark(warning);
    invocation.output.words(Text::tr("%1: %n pages", nullptr, exported->pages).arg(path));
    invocation.output.json({{u"path"_s, path},
                            {u"pages"_s, exported->pages},
                            {u"bytes"_s, exported->bytes},
                            {u"sha256"_s, exported->digest.hex()}});
    return Exit::Fine;
}

Result<Exit> exportWhole(const Arguments &arguments, const Invocation &invocation)
{
    const auto workspace = openToWrite(arguments.folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto wanted = asked(arguments, **workspace);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const auto issued = exportPackage(**workspace, wanted->systems, QString::fromStdString(arguments.place),
                                      wanted->options, invocation.output.progress());
    if (!issued)
        return tl::unexpected(issued.error());
    for (const auto &warning : issued->warnings)
        invocation.output.remark(warning);
    invocation.output.words(Text::tr("Package: %1").arg(issued->path));
    invocation.output.words(Text::tr("Seal: %1").arg(issued->seal.hex()));
    invocation.output.words(adviceOnSeal());
    invocation.output.json({{u"path"_s, issued->path},
                            {u"seal"_s, issued->seal.hex()},
                            {u"bytes"_s, issued->bytes},
                            {u"files"_s, qint64(issued->files)}});
    return Exit::Fine;
}

void addCommonArguments(CLI::App &command, Arguments &arguments)
{
    command.add_option("WS", arguments.folder, "The workspace")->required();
    command.add_option("SYSTEM", arguments.systems, "Systems, by number or name")->required();
    command.add_option("-o,--output", arguments.place, "Where to write")->type_name("PLACE")->required();
    command.add_option("--issued-to", arguments.issuedTo, "Who receives it")->type_name("WHOM");
}

}

void addExport(CommandLine &commandLine)
{
    auto &group =
        *commandLine.program().add_subcommand("export", "Hand over the report or the audit package");
    group.require_subcommand(1);

    const auto report = std::make_shared<Arguments>();
    auto &pdf = *group.add_subcommand("pdf", "Write the audit report alone");
    addCommonArguments(pdf, *report);
    commandLine.perform(
        pdf, [report](const Invocation &invocation) { return exportReport(*report, invocation); },
        Paints::Yes);

    const auto whole = std::make_shared<Arguments>();
    auto &package =
        *group.add_subcommand("package", "Write report, record, journal and evidence as one package");
    addCommonArguments(package, *whole);
    package.add_option("--purpose", whole->purpose, "What it is for")->type_name("PURPOSE");
    package
        .add_option("--replaces", whole->replaces, "The earlier package it replaces, by file name or seal")
        ->type_name("PACKAGE");
    package.add_flag("--folder", whole->asFolder, "A folder instead of a ZIP file");
    commandLine.perform(
        package, [whole](const Invocation &invocation) { return exportWhole(*whole, invocation); },
        Paints::Yes);
}

}
