#include "core/package/windowedfile.h"

#include "core/base/diskfile.h"

#include <algorithm>
#include <cstring>

namespace plimsoll {

bool WindowedFile::write(const char *bytes, qint64 size)
{
    while (size > 0) {
        if (m_position < m_start) {
            const qint64 count = std::min(size, m_start - m_position);
            if (!writeAt(m_position, bytes, count))
                return false;
            m_position += count;
            bytes += count;
            size -= count;
            continue;
        }
        const auto offset = qsizetype(m_position - m_start);
        if (offset >= windowSize) {
            if (!flush())
                return false;
            continue;
        }
        const auto count = qsizetype(std::min<qint64>(size, windowSize - offset));
        if (offset + count > m_window.size())
            m_window.resize(offset + count);
        std::memcpy(m_window.data() + offset, bytes, size_t(count));
        m_position += count;
        bytes += count;
        size -= count;
    }
    return true;
}

bool WindowedFile::flush()
{
    if (!writeAt(m_start, m_window.constData(), m_window.size()))
        return false;
    m_start += m_window.size();
    m_window.resize(0);
    if (m_start - m_handedToDisk >= handOverEvery) {
        handToDisk(m_file.handle(), m_handedToDisk, m_start - m_handedToDisk);
        m_handedToDisk = m_start;
    }
    return true;
}

bool WindowedFile::writeAt(qint64 position, const char *bytes, qint64 size)
{
    if (size > 0 && !m_file.seek(position))
        return false;
    while (size > 0) {
        const qint64 count = m_file.write(bytes, std::min(size, pieceSize));
        if (count <= 0)
            return false;
        bytes += count;
        size -= count;
    }
    return true;
}

}
