#include "app/commands/verify.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/journal/verification.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerifyCommand)
};

/// What people go on writing does not disturb the verification: it reads a copy of one moment.
Result<std::unique_ptr<Connection>> snapshot(const Workspace &workspace, const QTemporaryDir &folder)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto file = folder.filePath(u"workspace.db"_s);
    if (const auto copied = (*reader)->snapshotInto(file); !copied)
        return tl::unexpected(copied.error());
    return Connection::open(file, Connection::Mode::ReadOnly);
}

Result<QList<Finding>> findings(const Connection &connection, const Progress &progress)
{
    const auto chain = verifyChain(connection, progress);
    if (!chain)
        return tl::unexpected(chain.error());
    const auto rows = verifyRows(connection, recordSchema(), progress);
    if (!rows)
        return tl::unexpected(rows.error());
    return QList{*chain, *rows};
}

Result<Exit> verifyWorkspace(const std::string &folder, const Invocation &invocation)
{
    const auto workspace = openToRead(folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const QTemporaryDir copies;
    const auto connection = snapshot(**workspace, copies);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto found = findings(**connection, invocation.output.progress());
    if (!found)
        return tl::unexpected(found.error());

    QJsonArray all;
    for (const auto &finding : *found) {
        invocation.output.words(finding.statement);
        all.append(QJsonObject{{u"holds"_s, finding.holds},
                               {u"statement"_s, finding.statement},
                               {u"checked"_s, finding.checked}});
    }
    const bool holds =
        std::all_of(found->cbegin(), found->cend(), [](const auto &finding) { return finding.holds; });
    invocation.output.words(holds ? Text::tr("Verified: the record is what its journal says.")
                                  : Text::tr("Not verified: the record is not what its journal says."));
    invocation.output.json({{u"verified"_s, holds}, {u"findings"_s, all}});
    return holds ? Exit::Fine : Exit::No;
}

}

void addVerify(CommandLine &commandLine)
{
    const auto place = std::make_shared<std::string>();
    auto &command =
        *commandLine.program().add_subcommand("verify", "Prove that a workspace is what its journal says");
    command.add_option("WS", *place, "The workspace")->required();
    commandLine.perform(
        command, [place](const Invocation &invocation) { return verifyWorkspace(*place, invocation); });
}

}
