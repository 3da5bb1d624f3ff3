#pragma once

#include "core/base/filebuffer.h"

#include <QByteArrayView>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace plimsoll {

/// Hands blocks of bytes from one thread to another, in order. Holds at most `blockCount` of them, so memory
/// stays the same whatever passes through; buffers go round. Whoever waits is woken for several blocks at once:
/// to wake a thread for each costs more than to copy it.
class BlockQueue
{
public:
    static constexpr qsizetype blockSize = 1 << 20;
    static constexpr int blockCount = 6;

    struct Block
    {
        FileBuffer buffer; ///< always blockSize long
        qsizetype used = 0;
        qint64 position = 0; ///< in the file it is written to
        qint64 fileSize = 0; ///< of the whole file it is of
        bool endsFile = false;

        [[nodiscard]] QByteArrayView view() const { return {buffer.constData(), used}; }
    };

    /// A buffer to fill; waits until one is free. Nothing once the reader has closed the queue.
    std::optional<Block> blank();
    void push(Block block);
    /// No more will come.
    void finish();

    /// The next block; waits for it. Nothing when the writer has finished.
    std::optional<Block> pop();
    void giveBack(Block block);
    /// The reader wants no more: blank() answers nothing from now on.
    void close();

private:
    static constexpr size_t worthWaking = blockCount / 2;

    std::mutex m_mutex;
    std::condition_variable m_filled; ///< for who pops; also before the other one waits
    std::condition_variable m_freed;  ///< for who fills; also before the other one waits
    std::deque<Block> m_full;
    std::deque<FileBuffer> m_free;
    int m_made = 0;
    bool m_finished = false;
    bool m_closed = false;
};

}
