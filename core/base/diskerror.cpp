#include "core/base/diskerror.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <system_error>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DiskError)
};

QString shown(const QString &path)
{
    return withVisibleControls(QDir::toNativeSeparators(path));
}

QString detailOf(int answer)
{
    return QString::fromStdString(std::generic_category().message(answer));
}

}

Error readingError(const QString &path, int answer, Seen seen)
{
    switch (answer) {
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::NotFound,
                (seen == Seen::Before
                     ? Text::tr("%1 is not there any more. Look where it went and choose it again.")
                     : Text::tr("There is no %1. Look where it is and choose it again."))
                    .arg(shown(path)),
                detailOf(answer)};
    case EACCES:
    case EPERM:
        return {ErrorCode::Denied,
                Text::tr("You may not read %1. Ask its owner for the right to read it, or choose a copy that "
                         "is yours.")
                    .arg(shown(path)),
                detailOf(answer)};
    case EMFILE:
    case ENFILE:
        return {ErrorCode::Storage,
                Text::tr("Too many files are open to read %1 now. Close some programs and try again.")
                    .arg(shown(path)),
                detailOf(answer)};
    default:
        return {
            ErrorCode::Storage,
            Text::tr(
                "The disk could not give back %1. Check the disk or the network connection, and try again.")
                .arg(shown(path)),
            detailOf(answer)};
    }
}

Error writingError(const QString &path, int answer)
{
    switch (answer) {
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::Storage,
                Text::tr("There is no room left for %1. Free some space on that disk and try again.")
                    .arg(shown(path)),
                detailOf(answer)};
    case EFBIG:
        return {
            ErrorCode::Storage,
            Text::tr("There is a limit on the size of files that %1 would pass. Use a disk that holds larger "
                     "files, or ask for the limit to be raised.")
                .arg(shown(path)),
            detailOf(answer)};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorCode::Denied,
                Text::tr(
                    "You may not write %1. Ask for the right to write to that folder, or choose another one.")
                    .arg(shown(path)),
                detailOf(answer)};
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::NotFound,
                Text::tr("The folder for %1 is not there. Look where it went, or choose another one.")
                    .arg(shown(path)),
                detailOf(answer)};
    case EEXIST:
    case EISDIR:
    case ENOTEMPTY:
        return {ErrorCode::Conflict,
                Text::tr("Something else has the name of %1. Move it away and try again.").arg(shown(path)),
                detailOf(answer)};
    default:
        return {
            ErrorCode::Storage,
            Text::tr("The disk refused to write %1. Check the disk or the network connection, and try again.")
                .arg(shown(path)),
            detailOf(answer)};
    }
}

}
