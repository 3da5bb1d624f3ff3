#include "app/commands/assessment.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/assessing.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AssessmentCommand)
};

struct Arguments
{
    std::string folder;
    std::string system;
};

enum class Step { Start, Close };

Result<ChangeSet> plan(Step step, const Connection &connection, const AiSystem &system,
                       const Occasion &occasion)
{
    if (step == Step::Close)
        return planClose(connection, system, occasion);
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    return planStart(connection, **catalogue, system, occasion);
}

Result<Exit> take(Step step, const Arguments &arguments, const Invocation &invocation)
{
    const auto workspace = openToWrite(arguments.folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto system = systemCalled(QString::fromStdString(arguments.system), **reader);
    if (!system)
        return tl::unexpected(system.error());
    const auto changeSet = plan(step, **reader, *system, occasionOf(**workspace));
    if (!changeSet)
        return tl::unexpected(changeSet.error());
    if (const auto committed = (*workspace)->commitAndWait(*changeSet); !committed)
        return tl::unexpected(committed.error());
    invocation.output.words(step == Step::Start
                                ? Text::tr("The next assessment of %1 is open.").arg(system->name)
                                : Text::tr("The assessment of %1 is closed.").arg(system->name));
    invocation.output.json({{u"system"_s, system->number}, {u"open"_s, step == Step::Start}});
    return Exit::Fine;
}

void addStep(CommandLine &commandLine, CLI::App &group, Step step, const char *name, const char *sentence)
{
    const auto arguments = std::make_shared<Arguments>();
    auto &command = *group.add_subcommand(name, sentence);
    command.add_option("WS", arguments->folder, "The workspace")->required();
    command.add_option("SYSTEM", arguments->system, "Its number or name")->required();
    commandLine.perform(command, [step, arguments](const Invocation &invocation) {
        return take(step, *arguments, invocation);
    });
}

}

void addAssessment(CommandLine &commandLine)
{
    auto &group = *commandLine.program().add_subcommand("assessment", "Begin or freeze an assessment");
    group.require_subcommand(1);
    group.fallthrough();
    addStep(commandLine, group, Step::Start, "start", "Begin the next one, pre-filled from the one before");
    addStep(commandLine, group, Step::Close, "close", "Freeze the open one");
}

}
