#include "core/package/writefailure.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WriteFailure)
};

bool isOutOfRoom(const QFileDevice &file, int systemError)
{
#ifdef EDQUOT
    if (systemError == EDQUOT)
        return true;
#endif
    return file.error() == QFileDevice::ResourceError || systemError == ENOSPC || systemError == EFBIG;
}

}

Error writeFailure(const QFileDevice &file, const QString &path)
{
    const int systemError = errno;
    const QString shown = QDir::toNativeSeparators(path);
    if (isOutOfRoom(file, systemError)) {
        return {
            ErrorCode::Storage,
            Text::tr("There is no room for “%1”. Free some space or choose another disk, then export again.")
                .arg(shown),
            file.errorString()};
    }
    return {ErrorCode::Storage,
            Text::tr("“%1” cannot be written there. Choose a folder you may write to.").arg(shown),
            file.errorString()};
}

}
