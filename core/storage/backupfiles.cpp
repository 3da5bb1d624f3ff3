#include "core/storage/backupfiles.h"

#include <QCoreApplication>
#include <QDir>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupFiles)
};

}

QStringList backupsIn(const QString &folder)
{
    QStringList files;
    for (const auto &info :
         QDir(folder).entryInfoList({u"workspace-*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed))
        files.append(info.absoluteFilePath());
    return files;
}

QString wayToRestore(const QString &database)
{
    return backupsIn(QFileInfo(database).absolutePath() + u"/backups"_s).isEmpty()
               ? Text::tr("Restore the newest backup that is kept elsewhere: there is none in the folder "
                          "“backups” beside it.")
               : Text::tr("Restore the newest backup from the folder “backups” beside it.");
}

}
