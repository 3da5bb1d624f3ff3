#include "core/evidence/chosenpath.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChosenPath)
};

QString shown(const QString &path)
{
    return withVisibleControls(QDir::toNativeSeparators(path));
}

}

Result<QString> meantBy(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isSymLink())
        return path;
    const QString end = info.canonicalFilePath();
    if (end.isEmpty() || QFileInfo(end).isSymLink())
        return refuse(
            ErrorCode::NotFound,
            Text::tr(
                "%1 is a link that leads nowhere. Look where the file it stood for went, and choose that.")
                .arg(shown(path)));
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    if (!end.startsWith(folder.endsWith(u'/') ? folder : folder + u'/'))
        return refuse(
            ErrorCode::Invalid,
            Text::tr("%1 is a link that leads out of its folder, to %2. If that is meant, choose %2 "
                     "itself.")
                .arg(shown(path), shown(end)));
    return end;
}

}
