#include "app/commands/new.h"

#include "app/commands/output.h"

#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NewCommand)
};

struct Arguments
{
    std::string folder;
    std::string organisation;
    std::string timeZone;
};

Result<Exit> create(const Arguments &arguments, const Invocation &invocation)
{
    NewWorkspace start;
    start.organisation = QString::fromStdString(arguments.organisation);
    start.timeZone = QString::fromStdString(arguments.timeZone);
    start.personName = invocation.person.isEmpty() ? currentAccount() : invocation.person;
    invocation.output.announceChange();
    const auto workspace =
        Workspace::create(QString::fromStdString(arguments.folder), start, invocation.clock);
    if (!workspace)
        return tl::unexpected(workspace.error());
    invocation.output.words(Text::tr("The workspace of %1 is ready in %2. %3 acts in it.")
                                .arg(start.organisation, (*workspace)->folder(), start.personName));
    invocation.output.json({{u"workspace"_s, (*workspace)->folder()},
                            {u"organisation"_s, start.organisation},
                            {u"person"_s, start.personName}});
    return Exit::Fine;
}

}

void addNew(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = commandLine.command("new", "Make an empty workspace");
    command.takes("WS", arguments->folder, "The folder to make, NAME.plimsoll").required();
    command.takes("--organisation", arguments->organisation, "Whose AI systems it holds")
        .named("NAME")
        .required();
    command
        .takes("--time-zone", arguments->timeZone, "Days of due dates and periods; without it, the machine's")
        .named("ZONE");
    commandLine.perform(command,
                        [arguments](const Invocation &invocation) { return create(*arguments, invocation); });
}

}
