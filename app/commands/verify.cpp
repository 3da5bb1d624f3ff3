#include "app/commands/verify.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/delivery/packageverification.h"
#include "core/delivery/workspaceverification.h"
#include "core/workspace/workspacefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerifyCommand)
};

struct Arguments
{
    std::string place;
    std::optional<std::string> seal;
    std::optional<std::string> head;
};

Result<Exit> verifyWorkspaceAt(const std::string &folder, const std::optional<JournalHead> &earlier,
                               const Invocation &invocation)
{
    const auto workspace = openToRead(folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto verification = verifyWorkspace(**workspace, invocation.output.progress(), earlier);
    if (!verification)
        return tl::unexpected(verification.error());
    invocation.output.words(inWords(*verification).join(u'\n'));
    invocation.output.json(toJson(*verification));
    return verification->couldNotTell() ? Exit::CouldNot : verification->holds() ? Exit::Fine : Exit::No;
}

Result<Exit> verifyPackageAt(const QString &path, const std::optional<Digest> &seal,
                             const std::optional<JournalHead> &earlier, const Invocation &invocation)
{
    const auto verification = verifyPackage(path, seal, invocation.output.progress(), earlier);
    if (!verification)
        return tl::unexpected(verification.error());
    invocation.output.words(inWords(*verification).join(u'\n'));
    invocation.output.json(toJson(*verification));
    return verification->holds() ? Exit::Fine : Exit::No;
}

Result<Exit> verifyPlace(const Arguments &arguments, const Invocation &invocation)
{
    const QString path = QString::fromStdString(arguments.place);
    const bool isWorkspace = !looksLikePackage(path) && isWorkspaceFolder(path);
    const auto expected =
        arguments.seal ? Digest::fromHex(QString::fromStdString(*arguments.seal)) : std::nullopt;
    if (arguments.seal && (!expected || isWorkspace)) {
        invocation.output.remark(expected ? Text::tr("A workspace has no seal; only packages do.")
                                          : Text::tr("A seal has 64 hexadecimal digits."));
        return Exit::Usage;
    }
    const auto earlier =
        arguments.head ? headFromText(QString::fromStdString(*arguments.head)) : std::nullopt;
    if (arguments.head && !earlier) {
        invocation.output.remark(
            Text::tr("The head of a journal is the number of its entries, a colon, and the 64 hexadecimal "
                     "digits of the digest of the last, such as reports print them."));
        return Exit::Usage;
    }
    if (!QFileInfo::exists(path))
        return refuse(ErrorCode::NotFound,
                      Text::tr("There is neither a workspace nor a package at %1. Look for the right path.")
                          .arg(QDir::toNativeSeparators(path)));
    if (isWorkspace)
        return verifyWorkspaceAt(arguments.place, earlier, invocation);
    const QFileInfo info(path);
    if (info.isDir() && info.isReadable() && info.isExecutable() && !looksLikePackage(path))
        invocation.output.remark(
            Text::tr(
                "The folder %1 is neither an audit package, which has a file bagit.txt, nor a workspace, "
                "which has a file workspace.db.")
                .arg(QDir::toNativeSeparators(path)));
    return verifyPackageAt(path, expected, earlier, invocation);
}

}

void addVerify(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command =
        commandLine.command("verify", "Prove a package against its list, or a workspace against its journal");
    command.takes("PLACE", arguments->place, "The workspace or package").required();
    command.takes("--seal", arguments->seal, "The seal the sender gave by another channel").named("HEX");
    command
        .takes("--head", arguments->head,
               "Where the journal ended by an earlier report or package: it must still lead there")
        .named("ENTRIES:DIGEST");
    commandLine.perform(
        command, [arguments](const Invocation &invocation) { return verifyPlace(*arguments, invocation); });
}

}
