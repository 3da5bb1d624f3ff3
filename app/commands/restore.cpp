#include "app/commands/restore.h"

#include "app/commands/output.h"

#include "core/base/clock.h"
#include "core/workspace/backup.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RestoreCommand)
};

struct Arguments
{
    std::string file;
    std::string folder;
};

Result<Exit> restoreWorkspace(const Arguments &arguments, const Invocation &invocation)
{
    const auto file = QString::fromStdString(arguments.file);
    const auto folder = QString::fromStdString(arguments.folder);
    const auto replaced = restore(file, folder, invocation.clock.now());
    if (!replaced)
        return tl::unexpected(replaced.error());
    invocation.output.words(replaced->isEmpty()
                                ? Text::tr("%1 is restored from %2.").arg(folder, file)
                                : Text::tr("%1 is restored from %2; what was there before is kept in %3.")
                                      .arg(folder, file, *replaced));
    invocation.output.json({{u"workspace"_s, folder}, {u"backup"_s, file}, {u"replaced"_s, *replaced}});
    return Exit::Fine;
}

}

void addRestore(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command =
        commandLine.command("restore", "Put a backup in the place of the record, keeping that");
    command.takes("FILE", arguments->file, "The backup").required();
    command.takes("WS", arguments->folder, "The workspace; nobody else may have it open").required();
    commandLine.perform(command, [arguments](const Invocation &invocation) {
        return restoreWorkspace(*arguments, invocation);
    });
}

}
