#include "core/base/diskfile.h"

#include "core/base/diskerror.h"

#include <cerrno>
#include <utility>

namespace plimsoll {

namespace {

/// Large files are handed to the disk while they are still being written, so that the final sync has little
/// to wait for.
constexpr qint64 handOverEvery = 32 * 1024 * 1024;

}

DiskFile::DiskFile(QString path, QString shownAs, int handle)
    : m_path(std::move(path))
    , m_shownAs(std::move(shownAs))
    , m_handle(handle)
{
}

DiskFile::DiskFile(DiskFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_shownAs(std::move(other.m_shownAs))
    , m_handle(std::exchange(other.m_handle, -1))
    , m_written(other.m_written)
    , m_handedToDisk(other.m_handedToDisk)
{
}

DiskFile &DiskFile::operator=(DiskFile &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_shownAs, other.m_shownAs);
    std::swap(m_handle, other.m_handle);
    std::swap(m_written, other.m_written);
    std::swap(m_handedToDisk, other.m_handedToDisk);
    return *this;
}

DiskFile::~DiskFile()
{
    close();
}

int DiskFile::release()
{
    return std::exchange(m_handle, -1);
}

Result<qsizetype> DiskFile::read(std::span<char> buffer)
{
    qsizetype filled = 0;
    while (filled < qsizetype(buffer.size())) {
        const qint64 count = readSome(buffer.subspan(size_t(filled)));
        if (count == -1)
            return tl::unexpected(readingError(m_shownAs, errno));
        if (count == 0)
            break;
        filled += qsizetype(count);
    }
    return filled;
}

void DiskFile::startSync()
{
    handToDisk(m_handle, m_handedToDisk, m_written - m_handedToDisk);
    m_handedToDisk = m_written;
}

Done DiskFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 count = writeSome(bytes);
        if (count == -1)
            return tl::unexpected(writingError(m_shownAs, errno));
        bytes = bytes.sliced(qsizetype(count));
        m_written += count;
    }
    if (m_written - m_handedToDisk >= handOverEvery)
        startSync();
    return {};
}

}
