#include "app/commands/sample.h"

#include "app/commands/output.h"

#include "core/sample/largeworkspace.h"
#include "core/sample/sampleworkspace.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleCommand)
};

struct Arguments
{
    std::string folder;
    LargeWorkspace large;
};

Result<Exit> makeSample(const Arguments &arguments, const Invocation &invocation)
{
    const auto folder = QString::fromStdString(arguments.folder);
    const auto progress = invocation.output.progress();
    invocation.output.announceChange();
    const auto made = arguments.large.systems > 0
                          ? makeLargeWorkspace(folder, arguments.large, invocation.clock, progress)
                          : makeSampleWorkspace(folder, invocation.clock, progress);
    if (!made)
        return tl::unexpected(made.error());
    invocation.output.words(Text::tr("The sample workspace is ready in %1.").arg(folder));
    invocation.output.json({{u"workspace"_s, folder}});
    return Exit::Fine;
}

}

void addSample(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = commandLine.command("sample", "Make a sample workspace to look around in");
    command.takes("WS", arguments->folder, "The folder to make, NAME.plimsoll").required();
    const Argument systems =
        command
            .takes("--systems", arguments->large.systems,
                   "Instead of the sample bank, this many invented systems, for measuring")
            .named("N")
            .between(1, 1000000);
    command.takes("--answered", arguments->large.answered, "The part of their items that is answered, 0 to 1")
        .named("FRACTION")
        .between(0.0, 1.0)
        .needs(systems);
    commandLine.perform(
        command, [arguments](const Invocation &invocation) { return makeSample(*arguments, invocation); });
}

}
