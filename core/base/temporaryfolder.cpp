#include "core/base/temporaryfolder.h"

#include "core/base/diskerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TemporaryFolder)
};

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr auto everyoneReads = ownerOnly | QFileDevice::ReadGroup | QFileDevice::ExeGroup |
                               QFileDevice::ReadOther | QFileDevice::ExeOther;

}

Result<TemporaryFolder> TemporaryFolder::create()
{
    return createIn(QDir::tempPath(), QDir::tempPath());
}

Result<TemporaryFolder> TemporaryFolder::createIn(const QString &folder, const QString &shownAs)
{
    auto unfinished = Unfinished::begin(folder, shownAs);
    if (!unfinished)
        return tl::unexpected(unfinished.error());
    TemporaryFolder made(std::move(*unfinished));
    errno = 0;
    if (!QDir().mkdir(made.path(), ownerOnly))
        return tl::unexpected(writingError(shownAs, errno));
    return made;
}

Error TemporaryFolder::told(Error error) const
{
    if (error.code != ErrorCode::Storage || !error.message.contains(QDir::toNativeSeparators(path())))
        return error;
    return {ErrorCode::Storage,
            Text::tr("The work is done on a copy in the folder for temporary files, %1, and the disk took no "
                     "more there: it may be full. Make room in it, or set TMPDIR to a folder on another "
                     "disk, and try again.")
                .arg(QDir::toNativeSeparators(QFileInfo(path()).absolutePath())),
            error.detail};
}

Done TemporaryFolder::moveTo(const QString &place)
{
    QFile::setPermissions(path(), everyoneReads);
    const QFileInfo target(place);
    if (target.exists() || target.isSymLink())
        return tl::unexpected(writingError(place, EEXIST));
    if (auto moved = moveFile(path(), place); !moved)
        return moved;
    return syncFolder(target.absolutePath());
}

}
