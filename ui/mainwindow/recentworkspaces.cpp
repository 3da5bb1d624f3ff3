#include "ui/mainwindow/recentworkspaces.h"

#include <QDir>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr auto key = "recentWorkspaces"_L1;
constexpr qsizetype most = 8;

}

QStringList recentWorkspaces()
{
    QStringList folders = QSettings().value(key).toStringList();
    folders.removeIf([](const QString &folder) { return !QDir(folder).exists(); });
    return folders;
}

void rememberWorkspace(const QString &folder)
{
    QStringList folders = recentWorkspaces();
    const QString path = QDir(folder).absolutePath();
    folders.removeAll(path);
    folders.prepend(path);
    QSettings().setValue(key, folders.first(std::min(folders.size(), most)));
}

}
