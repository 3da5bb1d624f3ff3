#include "core/package/blockqueue.h"

namespace plimsoll {

std::optional<BlockQueue::Block> BlockQueue::blank()
{
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return m_closed || !m_free.empty() || m_made < blockCount; };
    if (!isReady()) {
        m_filled.notify_one();
        m_freed.wait(lock, isReady);
    }
    if (m_closed)
        return std::nullopt;
    if (m_free.empty()) {
        ++m_made;
        return Block{FileBuffer(blockSize)};
    }
    Block block{std::move(m_free.front())};
    m_free.pop_front();
    return block;
}

void BlockQueue::push(Block block)
{
    size_t waiting = 0;
    {
        const std::scoped_lock lock(m_mutex);
        m_full.push_back(std::move(block));
        waiting = m_full.size();
    }
    if (waiting >= worthWaking)
        m_filled.notify_one();
}

void BlockQueue::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_finished = true;
    }
    m_filled.notify_one();
}

std::optional<BlockQueue::Block> BlockQueue::pop()
{
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return m_finished || !m_full.empty(); };
    if (!isReady()) {
        m_freed.notify_one();
        m_filled.wait(lock, isReady);
    }
    if (m_full.empty())
        return std::nullopt;
    Block block = std::move(m_full.front());
    m_full.pop_front();
    return block;
}

void BlockQueue::giveBack(Block block)
{
    size_t waiting = 0;
    {
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(block.buffer));
        waiting = m_free.size();
    }
    if (waiting >= worthWaking)
        m_freed.notify_one();
}

void BlockQueue::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_freed.notify_one();
}

}
