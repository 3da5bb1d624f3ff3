#include "core/package/windowedfile.h"

#include "core/base/diskfile.h"
#include "core/package/writefailure.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace plimsoll {

WindowedFile::WindowedFile(QFileDevice &file, QString path)
    : m_file(file)
    , m_path(std::move(path))
    , m_thread([this] { run(); })
{
}

WindowedFile::~WindowedFile()
{
    (void)finish(); // whoever wanted to know has asked
}

Done WindowedFile::write(const char *bytes, qint64 size)
{
    while (size > 0) {
        if (!openWindow())
            return finish();
        qint64 count = 0;
        if (m_position < m_start) {
            count = std::min({size, m_start - m_position, qint64(BlockQueue::blockSize)});
            if (!correct(bytes, count))
                return finish();
        } else {
            const auto offset = qsizetype(m_position - m_start);
            if (offset >= BlockQueue::blockSize) {
                handOver();
                continue;
            }
            count = std::min<qint64>(size, BlockQueue::blockSize - offset);
            std::memcpy(m_window->buffer.data() + offset, bytes, size_t(count));
            m_window->used = std::max(m_window->used, offset + qsizetype(count));
        }
        m_position += count;
        bytes += count;
        size -= count;
    }
    return {};
}

Done WindowedFile::finish()
{
    if (m_window)
        handOver();
    m_queue.finish();
    if (m_thread.joinable())
        m_thread.join();
    return m_error ? Done(tl::unexpected(*m_error)) : Done();
}

bool WindowedFile::openWindow()
{
    if (!m_window)
        m_window = m_queue.blank();
    return m_window.has_value();
}

/// Writes over what was handed over already.
bool WindowedFile::correct(const char *bytes, qint64 size)
{
    auto block = m_queue.blank();
    if (!block)
        return false;
    std::memcpy(block->buffer.data(), bytes, size_t(size));
    block->used = qsizetype(size);
    block->position = m_position;
    m_queue.push(std::move(*block));
    return true;
}

void WindowedFile::handOver()
{
    const qsizetype handedOver = m_window->used;
    m_window->position = m_start;
    m_queue.push(std::move(*m_window));
    m_window.reset();
    m_start += handedOver;
}

void WindowedFile::run()
{
    while (auto block = m_queue.pop()) {
        if (!m_error && !put(*block)) {
            m_error = writeFailure(m_file, m_path); // here, where errno still tells of it
            m_queue.close();
        }
        m_queue.giveBack(std::move(*block));
    }
}

bool WindowedFile::put(const BlockQueue::Block &block)
{
    if (!m_file.seek(block.position))
        return false;
    for (qint64 written = 0; written < block.used;) {
        const qint64 count =
            m_file.write(block.buffer.constData() + written, std::min(block.used - written, pieceSize));
        if (count <= 0)
            return false;
        written += count;
    }
    const qint64 end = block.position + block.used;
    if (end - m_handedToDisk >= handOverEvery) {
        handToDisk(m_file.handle(), m_handedToDisk, end - m_handedToDisk);
        m_handedToDisk = end;
    }
    return true;
}

}
