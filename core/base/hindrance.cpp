#include "core/base/hindrance.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace plimsoll {

Hindrance hindranceToChange(const QString &file)
{
    const QFileInfo info(file);
    if (info.isWritable() && QFileInfo(info.path()).isWritable())
        return Hindrance::None;
    return QStorageInfo(info.path()).isReadOnly() ? Hindrance::ReadOnlyFileSystem : Hindrance::NoRight;
}

}
