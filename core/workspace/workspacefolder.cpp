#include "core/workspace/workspacefolder.h"

#include "core/workspace/backup.h"

#include <QDir>

namespace plimsoll {

using namespace Qt::StringLiterals;

bool isWorkspaceFolder(const QString &folder)
{
    const QDir inside(folder);
    if (!inside.exists())
        return false;
    return inside.exists(u"workspace.db"_s) ||
           (inside.exists(u"evidence"_s) && inside.exists(u"backups"_s)) ||
           inside.dirName().endsWith(".plimsoll"_L1, Qt::CaseInsensitive) ||
           !backupsIn(inside.filePath(u"backups"_s)).isEmpty();
}

}
