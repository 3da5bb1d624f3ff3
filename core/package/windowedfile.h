#pragma once

#include "core/base/result.h"
#include "core/package/blockqueue.h"

#include <QFileDevice>

#include <optional>
#include <thread>

namespace plimsoll {

/// Gathers the small writes of an archive into large ones, which a thread of its own puts into the file in
/// the order in which they were made. Going back to correct a header just written costs nothing as long as it
/// is still in the window.
class WindowedFile
{
public:
    /// The file is the thread's until finish() has returned or write() has refused. `path` is what it is
    /// called in words.
    WindowedFile(QFileDevice &file, QString path);
    /// What was not finished may be in the file or not.
    ~WindowedFile();
    WindowedFile(const WindowedFile &) = delete;
    WindowedFile &operator=(const WindowedFile &) = delete;

    Done write(const char *bytes, qint64 size);
    void seek(qint64 position) { m_position = position; }
    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] qint64 size() const { return m_start + (m_window ? m_window->used : 0); }
    /// Ends the writing; all of it is in the file then, or nobody can say how much.
    Done finish();

private:
    static constexpr qint64 pieceSize = 64 << 10;     ///< written in one call
    static constexpr qint64 handOverEvery = 32 << 20; ///< so that the final sync has little to wait for

    bool openWindow();
    bool correct(const char *bytes, qint64 size);
    void handOver();
    void run();
    bool put(const BlockQueue::Block &block);

    QFileDevice &m_file;
    BlockQueue m_queue;
    std::optional<BlockQueue::Block> m_window; ///< what was not handed over yet: everything from m_start on
    qint64 m_start = 0;
    qint64 m_position = 0;
    const QString m_path;
    std::optional<Error> m_error; ///< the thread's own until it has ended
    qint64 m_handedToDisk = 0;    ///< the thread's own
    std::thread m_thread;
};

}
