#include "core/base/filesystemsync.h"

#include "core/base/diskerror.h"

#include <QFile>

#include <utility>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace plimsoll {

FileSystemSync::FileSystemSync(QString folder, int handle)
    : m_folder(std::move(folder))
    , m_handle(handle)
{
}

FileSystemSync::FileSystemSync(FileSystemSync &&other) noexcept
    : m_folder(std::move(other.m_folder))
    , m_handle(std::exchange(other.m_handle, -1))
{
}

#ifdef Q_OS_LINUX

bool FileSystemSync::isAvailable()
{
    return true;
}

Result<FileSystemSync> FileSystemSync::open(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle == -1)
        return tl::unexpected(writingError(folder, errno));
    return FileSystemSync(folder, handle);
}

FileSystemSync::~FileSystemSync()
{
    if (m_handle != -1)
        ::close(m_handle);
}

Done FileSystemSync::wait()
{
    if (::syncfs(m_handle) != 0)
        return tl::unexpected(writingError(m_folder, errno));
    return {};
}

#else

bool FileSystemSync::isAvailable()
{
    return false;
}

Result<FileSystemSync> FileSystemSync::open(const QString &folder)
{
    return FileSystemSync(folder, -1);
}

FileSystemSync::~FileSystemSync() = default;

Done FileSystemSync::wait()
{
    return {};
}

#endif

}
