#include "core/package/blockqueue.h"

namespace plimsoll {

std::optional<BlockQueue::Block> BlockQueue::blank()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || !m_free.empty() || m_made < blockCount; });
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
    {
        const std::scoped_lock lock(m_mutex);
        m_full.push_back(std::move(block));
    }
    m_changed.notify_all();
}

void BlockQueue::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_finished = true;
    }
    m_changed.notify_all();
}

std::optional<BlockQueue::Block> BlockQueue::pop()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_finished || !m_full.empty(); });
    if (m_full.empty())
        return std::nullopt;
    Block block = std::move(m_full.front());
    m_full.pop_front();
    return block;
}

void BlockQueue::giveBack(Block block)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(block.buffer));
    }
    m_changed.notify_all();
}

void BlockQueue::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
}

}
