#include "core/workspace/restorerefusals.h"

#include "core/workspace/backup.h"
#include "core/workspace/workspacefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restoring)
};

/// "Nordbank, begun on 2026-11-22 09:30 UTC (id …a1b2c3d4e5f6)"
QString inWords(const RecordIdentity &identity)
{
    constexpr qsizetype shortForm = 12; // of an id, what is random in it
    return Text::tr("%1, begun on %2 UTC (id …%3)")
        .arg(identity.organisation, identity.begunAt, identity.workspace.right(shortForm));
}

}

Done refuseRecordItself(const RestoreOrder &order)
{
    const QString record = order.workspaceFolder + u"/workspace.db"_s;
    std::error_code unreadable;
    const bool isRecord =
        std::filesystem::equivalent(order.backup.toStdU16String(), record.toStdU16String(), unreadable);
    if (!isRecord || unreadable)
        return {};
    return refuse(ErrorCode::Invalid,
                  Text::tr("%1 is the record of the workspace itself and no backup of it, so nothing was "
                           "restored.")
                          .arg(QDir::toNativeSeparators(order.backup)) +
                      u' ' + otherBackup(order));
}

Done refuseFolderOfSomethingElse(const RestoreOrder &order)
{
    const QString folder = QDir::toNativeSeparators(order.workspaceFolder);
    if (isWorkspaceFolder(order.workspaceFolder))
        return {};
    if (order.into == RestoreInto::Workspace)
        return refuse(
            ErrorCode::NotFound,
            Text::tr("There is no workspace at %1, so nothing was restored. Look for its right folder.")
                .arg(folder));
    if (QFileInfo::exists(order.workspaceFolder) && !QDir(order.workspaceFolder).isEmpty())
        return refuse(
            ErrorCode::Invalid,
            Text::tr("%1 holds other things, so no workspace was made there. Choose an empty folder, "
                     "or one that is not there yet. If it is what is left of a workspace, give it a name "
                     "that ends in .plimsoll, then restore into it.")
                .arg(folder));
    return {};
}

tl::unexpected<Error> refuseAnother(const RestoreOrder &order, const RecordIdentity &brought,
                                    const RecordIdentity &held)
{
    return refuse(ErrorCode::Conflict,
                  Text::tr("%1 is a backup of another workspace, that of %2. The workspace %3 is that of %4. "
                           "Nothing was restored. Its own backups are in its folder “backups”.")
                      .arg(order.backup, inWords(brought), order.workspaceFolder, inWords(held)));
}

Error inWordsOfBackup(Error error, const QString &copy, const RestoreOrder &order)
{
    const auto say = [&](const QString &sentence) {
        error.message = sentence.arg(order.backup) + u' ' + otherBackup(order);
        return error;
    };
    switch (error.code) {
    case ErrorCode::NotFound:
        return say(Text::tr("There is no file %1, so nothing was restored."));
    case ErrorCode::Foreign:
        if (!error.detail.isEmpty()) { // a record of ours, and the detail is what is foreign in it
            error.message.replace(copy, order.backup);
            error.message += u' ' + otherBackup(order);
            return error;
        }
        return say(Text::tr("%1 is no backup of a workspace, so nothing was restored."));
    case ErrorCode::Damaged:
        return say(Text::tr("The backup %1 is damaged, so nothing was restored."));
    case ErrorCode::Storage: // the backup itself may be on another disk, and whole
        error.message.replace(copy, QDir::toNativeSeparators(order.workspaceFolder));
        return error;
    default:
        error.message.replace(copy, order.backup);
        return error;
    }
}

Error inWordsOfRecord(Error error, const QString &database)
{
    if (error.code != ErrorCode::Storage)
        return error;
    return {error.code,
            Text::tr("%1 cannot be read now, so nothing was restored. Try again; if it stays so, give that "
                     "file another name, and restore then.")
                .arg(QDir::toNativeSeparators(database)),
            (error.message + u' ' + error.detail).trimmed()};
}

QString otherBackup(const RestoreOrder &order)
{
    QStringList others = backupsIn(order.workspaceFolder + u"/backups"_s);
    others.removeAll(QFileInfo(order.backup).absoluteFilePath());
    return others.isEmpty() ? Text::tr("Name a file out of the folder “backups” of the workspace.")
                            : Text::tr("The newest other backup of the workspace is %1.").arg(others.first());
}

}
