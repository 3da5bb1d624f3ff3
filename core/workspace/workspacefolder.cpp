#include "core/workspace/workspacefolder.h"

#include "core/workspace/backup.h"

#include <QDir>

namespace plimsoll {

using namespace Qt::StringLiterals;

bool isWorkspaceFolder(const QString &folder)
{
    const QDir inside(QDir(folder).absolutePath());
    if (!inside.exists())
        return false;
    return inside.exists(u"workspace.db"_s) ||
           inside.dirName().endsWith(".plimsoll"_L1, Qt::CaseInsensitive) ||
           !backupsIn(inside.filePath(u"backups"_s)).isEmpty();
}

}
