#include "app/commands/systemadd.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/storage/repository.h"
#include "core/workspace/registration.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemAdd)
};

struct Arguments
{
    std::string folder;
    std::string name;
    std::string version;
    std::string preset;
    std::vector<std::string> roles;
};

QStringList presetIds(const Catalogue &catalogue)
{
    QStringList ids;
    for (const auto &preset : catalogue.presets())
        ids.append(preset.id);
    return ids;
}

/// "developer" means the organisation itself; "data-custodian=Data Office" names the party.
std::optional<NamedHolder> holderFrom(const QString &words)
{
    const auto role = fromWord<Role>(words.section(u'=', 0, 0));
    if (!role)
        return std::nullopt;
    return NamedHolder{*role, words.section(u'=', 1)};
}

/// What is wrong with the words; empty when nothing is.
QString misuse(const Arguments &arguments, const Catalogue &catalogue)
{
    const auto preset = QString::fromStdString(arguments.preset);
    if (!preset.isEmpty() && !catalogue.preset(preset))
        return Text::tr("There is no preset %1. Choose one of %2.")
            .arg(preset, presetIds(catalogue).join(u", "_s));
    for (const auto &role : arguments.roles) {
        if (!holderFrom(QString::fromStdString(role)))
            return Text::tr("%1 is no role. Choose one of developer, system-operator, data-custodian; "
                            "ROLE=PARTY names who holds it.")
                .arg(QString::fromStdString(role));
    }
    return {};
}

Result<AiSystem> commitRegistration(Workspace &workspace, const Catalogue &catalogue,
                                    const Registration &registration)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto plan = planRegistration(**reader, catalogue, registration, occasionOf(workspace));
    if (!plan)
        return tl::unexpected(plan.error());
    const auto committed = workspace.commitAndWait(*plan);
    if (!committed)
        return tl::unexpected(committed.error());
    const auto created = std::find_if(plan->edits.cbegin(), plan->edits.cend(), [](const Edit &edit) {
        return edit.table == Described<AiSystem>::table;
    });
    const auto system = Repository<AiSystem>(**reader).find(Id<AiSystem>::fromText(created->id));
    if (!system)
        return tl::unexpected(system.error());
    return **system;
}

Result<Exit> add(const Arguments &arguments, const Invocation &invocation)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    if (const auto sentence = misuse(arguments, **catalogue); !sentence.isEmpty()) {
        invocation.output.remark(sentence);
        return Exit::Usage;
    }
    const auto workspace = openToWrite(arguments.folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());

    Registration registration;
    registration.system.name = QString::fromStdString(arguments.name);
    registration.system.version = QString::fromStdString(arguments.version);
    registration.preset = QString::fromStdString(arguments.preset);
    for (const auto &role : arguments.roles)
        registration.holders.append(*holderFrom(QString::fromStdString(role)));
    const auto system = commitRegistration(**workspace, **catalogue, registration);
    if (!system)
        return tl::unexpected(system.error());
    invocation.output.words(Text::tr("%1 is registered as %2.").arg(system->name, system->number));
    invocation.output.json(
        {{u"number"_s, system->number}, {u"id"_s, system->id.text()}, {u"name"_s, system->name}});
    return Exit::Fine;
}

}

void addSystemAdd(CommandLine &commandLine, CLI::App &group)
{
    const auto arguments = std::make_shared<Arguments>();
    auto &command = *group.add_subcommand("add", "Register a system");
    command.add_option("WS", arguments->folder, "The workspace")->required();
    command.add_option("--name", arguments->name, "What people call it")->type_name("NAME")->required();
    command.add_option("--release", arguments->version, "Its version")->type_name("VERSION");
    command.add_option("--preset", arguments->preset, "Answers the facts; see catalogue show --json")
        ->type_name("PRESET");
    command
        .add_option("--role", arguments->roles,
                    "Who holds which role; without a party, the organisation itself")
        ->type_name("ROLE[=PARTY]");
    commandLine.perform(command,
                        [arguments](const Invocation &invocation) { return add(*arguments, invocation); });
}

}
