#include "core/base/heldfile.h"

#include "core/base/diskerror.h"
#include "core/base/diskfile.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <utility>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#include <share.h>
#include <sys/stat.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HeldFile)
};

tl::unexpected<Error> busy(const QString &path)
{
    return refuse(ErrorCode::Busy,
                  Text::tr("Another Plimsoll is at work on %1. Wait until it has finished and try again.")
                      .arg(withVisibleControls(path)));
}

}

HeldFile::HeldFile(QString path, int handle)
    : m_path(std::move(path))
    , m_handle(handle)
{
}

HeldFile::HeldFile(HeldFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_handle(std::exchange(other.m_handle, -1))
{
}

#ifdef Q_OS_WIN

Result<HeldFile> HeldFile::hold(const QString &path)
{
    const int handle = ::_wsopen(reinterpret_cast<const wchar_t *>(path.utf16()),
                                 _O_RDWR | _O_CREAT | _O_NOINHERIT, _SH_DENYRW, _S_IREAD | _S_IWRITE);
    if (handle == -1 && errno == EACCES)
        return busy(path);
    if (handle == -1)
        return tl::unexpected(writingError(path, errno));
    return HeldFile(path, handle);
}

HeldFile::~HeldFile()
{
    if (m_handle == -1)
        return;
    ::_close(m_handle);
    QFile::remove(m_path);
}

#else

Result<HeldFile> HeldFile::hold(const QString &path)
{
    const int handle =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (handle == -1)
        return tl::unexpected(writingError(path, errno));
    HeldFile held(path, handle);
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
        const int answer = errno;
        ::close(std::exchange(held.m_handle, -1));
        if (answer == EWOULDBLOCK)
            return busy(path);
        return tl::unexpected(writingError(path, answer));
    }
    // Its former holder may have removed the file between our opening and our locking it.
    struct stat mine = {};
    const auto there = DiskFile::stampAt(path);
    if (::fstat(handle, &mine) != 0 || !there || there->file != quint64(mine.st_ino)) {
        ::close(std::exchange(held.m_handle, -1));
        return busy(path);
    }
    return held;
}

HeldFile::~HeldFile()
{
    if (m_handle == -1)
        return;
    QFile::remove(m_path);
    ::close(m_handle);
}

#endif

}
