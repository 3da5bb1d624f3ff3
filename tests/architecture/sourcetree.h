#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace plimsoll {

/// One file of the project; `path` is relative to its root, with slashes.
struct SourceFile
{
    QString path;
    QString text;

    [[nodiscard]] QString folder() const { return path.section(u'/', 0, -2); }
    [[nodiscard]] QString name() const { return path.section(u'/', -1); }
    /// The file's name without its last ending.
    [[nodiscard]] QString stem() const { return name().section(u'.', 0, -2); }
    [[nodiscard]] bool isCode() const;
};

using SourceTree = QList<SourceFile>;

/// Every text file below `root`, without what is built and without version control's own.
SourceTree readSourceTree(const QString &root);

/// The files and folders that stand in the root.
QStringList topLevelOf(const SourceTree &tree);

}
