#include "app/commands/systemadd.h"

#include "app/commands/output.h"
#include "app/commands/place.h"
#include "app/commands/presetandroles.h"

#include "core/base/text.h"
#include "core/catalogue/shippedcatalogue.h"
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
    PresetAndRoles presetAndRoles;
};

Result<Exit> add(const Arguments &arguments, const Invocation &invocation)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    if (const auto sentence = arguments.presetAndRoles.misuse(**catalogue); !sentence.isEmpty()) {
        invocation.output.remark(sentence);
        return Exit::Usage;
    }
    const auto workspace = openToWrite(arguments.folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());

    Registration registration;
    registration.system.name = QString::fromStdString(arguments.name);
    registration.system.version = QString::fromStdString(arguments.version);
    registration.preset = arguments.presetAndRoles.preset();
    registration.holders = arguments.presetAndRoles.holders();
    const auto registered = registerSystem(**workspace, **catalogue, registration);
    if (!registered)
        return tl::unexpected(registered.error());
    const AiSystem &system = registered->system;
    invocation.output.words(
        Text::tr("%1 is registered as %2.").arg(withVisibleControls(system.name), system.number));
    if (!registered->newParties.isEmpty())
        invocation.output.words(newPartiesInWords(registered->newParties, registered->organisation));
    invocation.output.json({{u"number"_s, system.number},
                            {u"id"_s, system.id.text()},
                            {u"name"_s, system.name},
                            {u"new_parties"_s, jsonOf(registered->newParties)}});
    return Exit::Fine;
}

}

void addSystemAdd(CommandLine &commandLine, Command group)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = group.command("add", "Register a system");
    command.takes("WS", arguments->folder, "The workspace").required();
    command.takes("--name", arguments->name, "What people call it").named("NAME").required();
    command.takes("--release", arguments->version, "Its version").named("VERSION");
    arguments->presetAndRoles.addTo(command);
    commandLine.perform(command,
                        [arguments](const Invocation &invocation) { return add(*arguments, invocation); });
}

}
