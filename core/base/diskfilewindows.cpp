#include "core/base/diskfile.h"

#include "core/base/diskerror.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <io.h>
#include <share.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <filesystem>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DiskFile)
};

const wchar_t *wide(const QString &path)
{
    return reinterpret_cast<const wchar_t *>(path.utf16());
}

unsigned piece(size_t size)
{
    return unsigned(std::min<size_t>(size, INT_MAX));
}

Result<FileStamp> stampFrom(const QString &path, int answer, const struct _stat64 &status)
{
    if (answer != 0)
        return tl::unexpected(readingError(path, errno));
    const auto modified = QFileInfo(path).lastModified().toMSecsSinceEpoch();
    return FileStamp{quint64(status.st_dev), quint64(status.st_ino), qint64(status.st_size),
                     modified * 1'000'000};
}

}

void DiskFile::close()
{
    if (m_handle != -1)
        ::_close(m_handle);
}

Result<DiskFile> DiskFile::openToRead(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymbolicLink())
        return tl::unexpected(readingError(path, ENOENT));
    if (!info.isFile() || info.isSymbolicLink() || info.isJunction())
        return refuse(ErrorCode::Invalid,
                      Text::tr("%1 is not a file. Choose a file, or save a copy of its content as one.")
                          .arg(withVisibleControls(path)));
    const int handle = ::_wopen(wide(path), _O_RDONLY | _O_BINARY | _O_NOINHERIT | _O_SEQUENTIAL);
    if (handle == -1)
        return tl::unexpected(readingError(path, errno));
    return DiskFile(path, path, handle);
}

Result<DiskFile> DiskFile::create(const QString &path, const QString &shownAs)
{
    const int handle =
        ::_wopen(wide(path), _O_RDWR | _O_CREAT | _O_EXCL | _O_BINARY | _O_NOINHERIT, _S_IREAD | _S_IWRITE);
    if (handle == -1)
        return tl::unexpected(writingError(shownAs, errno));
    return DiskFile(path, shownAs, handle);
}

bool DiskFile::claim()
{
    // An open file cannot be removed here.
    return true;
}

std::optional<DiskFile> DiskFile::takeAbandoned(const QString &path)
{
    const int handle = ::_wsopen(wide(path), _O_RDWR | _O_BINARY | _O_NOINHERIT, _SH_DENYRW);
    if (handle == -1)
        return std::nullopt;
    return DiskFile(path, path, handle);
}

Done DiskFile::moveTo(const QString &path)
{
    const QString from = m_path;
    {
        const DiskFile closed = std::move(*this);
    }
    auto moved = moveFile(from, path);
    if (!moved)
        QFile::remove(from);
    return moved;
}

Result<FileStamp> DiskFile::stampAt(const QString &path)
{
    struct _stat64 status = {};
    return stampFrom(path, ::_wstat64(wide(path), &status), status);
}

Result<FileStamp> DiskFile::stamp() const
{
    struct _stat64 status = {};
    return stampFrom(m_path, ::_fstat64(m_handle, &status), status);
}

qint64 DiskFile::readSome(std::span<char> buffer)
{
    return ::_read(m_handle, buffer.data(), piece(buffer.size()));
}

qint64 DiskFile::writeSome(QByteArrayView bytes)
{
    return ::_write(m_handle, bytes.data(), piece(size_t(bytes.size())));
}

void handToDisk(int, qint64, qint64) {}

Done DiskFile::makeReadOnly()
{
    if (::_wchmod(wide(m_path), _S_IREAD) != 0)
        return tl::unexpected(writingError(m_shownAs, errno));
    return {};
}

Done DiskFile::sync()
{
    if (::_commit(m_handle) != 0)
        return tl::unexpected(writingError(m_shownAs, errno));
    return {};
}

Done moveFile(const QString &from, const QString &to)
{
    std::error_code reason;
    std::filesystem::rename(std::filesystem::path(from.toStdU16String()),
                            std::filesystem::path(to.toStdU16String()), reason);
    if (reason)
        return tl::unexpected(writingError(to, reason.default_error_condition().value()));
    return {};
}

Done syncFolder(const QString &)
{
    // NTFS keeps its names in a journal of its own and offers no way to wait for it.
    return {};
}

}
