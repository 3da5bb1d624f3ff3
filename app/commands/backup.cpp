#include "app/commands/backup.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/base/clock.h"
#include "core/workspace/backup.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

Result<Exit> backUpWorkspace(const std::string &folder, const Invocation &invocation)
{
    const auto workspace = openToRead(folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    invocation.output.announceChange();
    const auto file = backUp(**reader, (*workspace)->backupsFolder(), invocation.clock.now());
    if (!file)
        return tl::unexpected(file.error());
    invocation.output.words(
        Text::tr("The record of %1 is backed up in %2; the copy was opened again and counted.")
            .arg((*workspace)->name(), *file));
    invocation.output.json({{u"backup"_s, *file}});
    return Exit::Fine;
}

}

void addBackup(CommandLine &commandLine)
{
    const auto folder = std::make_shared<std::string>();
    const Command command = commandLine.command("backup", "Copy the record, reopen the copy and count it");
    command.takes("WS", *folder, "The workspace").required();
    commandLine.perform(
        command, [folder](const Invocation &invocation) { return backUpWorkspace(*folder, invocation); });
}

}
