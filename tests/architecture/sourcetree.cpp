#include "tests/architecture/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

bool isOurs(const QString &path)
{
    static const QStringList foreign{u"build"_s, u"out"_s, u".git"_s, u"CMakeUserPresets.json"_s};
    return !foreign.contains(path.section(u'/', 0, 0));
}

bool isPicture(const QString &path)
{
    return path.endsWith(".png"_L1) || path.endsWith(".ico"_L1) || path.endsWith(".icns"_L1);
}

}

bool SourceFile::isCode() const
{
    return path.endsWith(".h"_L1) || path.endsWith(".cpp"_L1);
}

SourceTree readSourceTree(const QString &root)
{
    const QDir top(root);
    SourceTree tree;
    for (const auto &entry : top.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (!isOurs(entry))
            continue;
        QStringList paths{top.filePath(entry)};
        QDirIterator below(paths.first(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (below.hasNext())
            paths.append(below.next());
        for (const auto &path : paths) {
            QFile file(path);
            if (isPicture(path) || !QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
                continue;
            tree.append({top.relativeFilePath(path), QString::fromUtf8(file.readAll())});
        }
    }
    return tree;
}

QStringList topLevelOf(const SourceTree &tree)
{
    QStringList names;
    for (const auto &file : tree)
        names.append(file.path.section(u'/', 0, 0));
    names.removeDuplicates();
    return names;
}

}
