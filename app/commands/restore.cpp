#include "app/commands/restore.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/workspace/restoring.h"
#include "core/workspace/workspacefolder.h"

#include <QCoreApplication>
#include <QDir>
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
    bool anotherWorkspace = false;
    bool newWorkspace = false;
};

/// Core knows nothing of the words by which this command is told that something unusual is meant.
Error withWayOut(Error error, const RestoreOrder &order)
{
    if (error.code == ErrorCode::Conflict)
        error.message +=
            u' ' + Text::tr("Say --another-workspace to put it there all the same; what is there is kept.");
    const bool isFree = QDir(order.workspaceFolder).isEmpty(); // or not there
    if (order.into == RestoreInto::Workspace && isFree && !isWorkspaceFolder(order.workspaceFolder))
        error.message += u' ' + Text::tr("Say --new-workspace to make one there out of the backup.");
    return error;
}

Result<Exit> restoreWorkspace(const Arguments &arguments, const Invocation &invocation)
{
    if (auto refused = refusePackage(arguments.folder); !refused)
        return tl::unexpected(refused.error());
    const auto file = QString::fromStdString(arguments.file);
    const auto folder = QString::fromStdString(arguments.folder);
    const auto whose = arguments.anotherWorkspace ? BackupOf::AnyWorkspace : BackupOf::SameWorkspace;
    const auto into = arguments.newWorkspace ? RestoreInto::NewWorkspace : RestoreInto::Workspace;
    const RestoreOrder order{file, folder, invocation.person, whose, into};
    invocation.output.announceChange();
    const auto restored = restore(order, invocation.clock);
    if (!restored)
        return tl::unexpected(withWayOut(restored.error(), order));
    invocation.output.words(Text::tr("%1 is restored from %2.").arg(folder, file));
    for (const QString &sentence : inWords(*restored))
        invocation.output.words(sentence);
    invocation.output.json({{u"workspace"_s, folder},
                            {u"backup"_s, file},
                            {u"replaced"_s, restored->kept},
                            {u"journal_reached"_s, restored->entry.journalReached},
                            {u"missing_files"_s, restored->missingFiles},
                            {u"packages_carried"_s, restored->packagesCarried}});
    return Exit::Fine;
}

}

void addRestore(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command =
        commandLine.command("restore", "Put a backup in the place of the record, keeping that");
    command.takes("FILE", arguments->file, "The backup").required();
    command.takes("WS", arguments->folder, "The workspace").required();
    command.flag("--another-workspace", arguments->anotherWorkspace, "Also a backup of another workspace");
    command.flag("--new-workspace", arguments->newWorkspace, "Also where there is no workspace yet");
    commandLine.perform(command, [arguments](const Invocation &invocation) {
        return restoreWorkspace(*arguments, invocation);
    });
}

}
