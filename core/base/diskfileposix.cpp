#include "core/base/diskfile.h"

#include "core/base/diskerror.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DiskFile)
};

FileStamp stampOf(const struct stat &status)
{
#ifdef Q_OS_DARWIN
    const auto &modified = status.st_mtimespec;
#else
    const auto &modified = status.st_mtim;
#endif
    return {quint64(status.st_dev), quint64(status.st_ino), qint64(status.st_size),
            qint64(modified.tv_sec) * 1'000'000'000 + qint64(modified.tv_nsec)};
}

QString whatItIs(mode_t mode)
{
    if (S_ISDIR(mode))
        return Text::tr("a folder");
    if (S_ISLNK(mode))
        return Text::tr("a link");
    if (S_ISFIFO(mode))
        return Text::tr("a pipe");
    if (S_ISSOCK(mode))
        return Text::tr("a socket");
    return Text::tr("a device");
}

Done refuseUnlessRegular(const QString &path, mode_t mode)
{
    if (S_ISREG(mode))
        return {};
    return refuse(ErrorCode::Invalid,
                  Text::tr("%1 is %2, not a file. Choose a file, or save a copy of its content as one.")
                      .arg(withVisibleControls(path), whatItIs(mode)));
}

template <class Call>
auto untilUninterrupted(Call call)
{
    auto answer = call();
    while (answer == -1 && errno == EINTR)
        answer = call();
    return answer;
}

}

void DiskFile::close()
{
    if (m_handle != -1)
        ::close(m_handle);
}

Result<DiskFile> DiskFile::openToRead(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    // Before opening, because opening a device may already act on it (a tape rewinds).
    if (::lstat(name.constData(), &status) != 0)
        return tl::unexpected(readingError(path, errno));
    if (const auto regular = refuseUnlessRegular(path, status.st_mode); !regular)
        return tl::unexpected(regular.error());

    // Not blocking: a pipe may have taken the file's place since, and would wait for a writer.
    const int handle = untilUninterrupted([&name] {
        return ::open(name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    });
    if (handle == -1 && errno == ELOOP)
        return tl::unexpected(refuseUnlessRegular(path, S_IFLNK).error());
    if (handle == -1)
        return tl::unexpected(readingError(path, errno));

    DiskFile file(path, path, handle);
    if (::fstat(handle, &status) != 0)
        return tl::unexpected(readingError(path, errno));
    if (const auto regular = refuseUnlessRegular(path, status.st_mode); !regular)
        return tl::unexpected(regular.error());
#ifdef POSIX_FADV_SEQUENTIAL
    ::posix_fadvise(handle, 0, 0, POSIX_FADV_SEQUENTIAL);
#endif
    return file;
}

Result<DiskFile> DiskFile::create(const QString &path, const QString &shownAs)
{
    const QByteArray name = QFile::encodeName(path);
    const int handle = untilUninterrupted([&name] {
        return ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    });
    if (handle == -1)
        return tl::unexpected(writingError(shownAs, errno));
    return DiskFile(path, shownAs, handle);
}

bool DiskFile::claim()
{
    // Where the file system has no locks nobody can be taken for dead either, and nothing is swept.
    if (::flock(m_handle, LOCK_EX | LOCK_NB) != 0)
        return errno != EWOULDBLOCK;
    const auto mine = stamp();
    const auto there = stampAt(m_path);
    return mine && there && mine->device == there->device && mine->file == there->file;
}

std::optional<DiskFile> DiskFile::takeAbandoned(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::lstat(name.constData(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != ::geteuid())
        return std::nullopt;
    const int handle = untilUninterrupted([&name] {
        return ::open(name.constData(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    });
    if (handle == -1)
        return std::nullopt;
    DiskFile file(path, path, handle);
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0)
        return std::nullopt;
    return file;
}

Done DiskFile::moveTo(const QString &path)
{
    // Before closing, because with the handle goes what keeps others from sweeping the file.
    if (auto moved = moveFile(m_path, path); !moved)
        return moved;
    const DiskFile closed = std::move(*this);
    return {};
}

Result<FileStamp> DiskFile::stampAt(const QString &path)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return tl::unexpected(readingError(path, errno));
    return stampOf(status);
}

Result<FileStamp> DiskFile::stamp() const
{
    struct stat status = {};
    if (::fstat(m_handle, &status) != 0)
        return tl::unexpected(readingError(m_shownAs, errno));
    return stampOf(status);
}

qint64 DiskFile::readSome(std::span<char> buffer)
{
    return untilUninterrupted([&] { return ::read(m_handle, buffer.data(), buffer.size()); });
}

qint64 DiskFile::writeSome(QByteArrayView bytes)
{
    return untilUninterrupted([&] { return ::write(m_handle, bytes.data(), size_t(bytes.size())); });
}

void handToDisk([[maybe_unused]] int handle, [[maybe_unused]] qint64 from, [[maybe_unused]] qint64 size)
{
#ifdef Q_OS_LINUX
    // Its answer does not matter: what could not be written now is reported by the sync that waits.
    ::sync_file_range(handle, from, size, SYNC_FILE_RANGE_WRITE);
#endif
}

Done DiskFile::makeReadOnly()
{
    struct stat status = {};
    if (::fstat(m_handle, &status) != 0 || ::fchmod(m_handle, status.st_mode & 0444) != 0)
        return tl::unexpected(writingError(m_shownAs, errno));
    return {};
}

Done DiskFile::sync()
{
#ifdef Q_OS_DARWIN
    const auto answer = untilUninterrupted([this] { return ::fcntl(m_handle, F_FULLFSYNC); });
#else
    const auto answer = untilUninterrupted([this] { return ::fsync(m_handle); });
#endif
    if (answer == -1)
        return tl::unexpected(writingError(m_shownAs, errno));
    return {};
}

Done moveFile(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return tl::unexpected(writingError(to, errno));
    return {};
}

Done syncFolder(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle == -1)
        return tl::unexpected(writingError(folder, errno));
    const auto answer = untilUninterrupted([handle] { return ::fsync(handle); });
    const int reason = errno;
    ::close(handle);
    // Some network file systems cannot sync a folder and say EINVAL: there the rename itself is what the
    // server keeps.
    if (answer == -1 && reason != EINVAL)
        return tl::unexpected(writingError(folder, reason));
    return {};
}

}
