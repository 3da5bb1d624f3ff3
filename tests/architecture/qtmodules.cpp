#include "tests/architecture/qtmodules.h"

#include <QDir>
#include <QHash>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QHash<QString, QString> modulesByHeader()
{
    QHash<QString, QString> modules;
    const QDir qt(QStringLiteral(PLIMSOLL_QT_HEADERS));
    for (const auto &module : qt.entryList({u"Qt*"_s}, QDir::Dirs)) {
        for (const auto &header : QDir(qt.filePath(module)).entryList(QDir::Files))
            modules.insert(header, module);
    }
    return modules;
}

}

QString qtModuleOf(const QString &header)
{
    static const auto modules = modulesByHeader();
    if (header.startsWith("Qt"_L1) && header.contains(u'/'))
        return header.section(u'/', 0, 0);
    return modules.value(header);
}

}
