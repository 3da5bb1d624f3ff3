#pragma once

#include "core/storage/connection.h"
#include "core/workspace/writer.h"

#include <QFuture>
#include <QPromise>
#include <QThread>
#include <QTimer>

namespace plimsoll {

/// Owns the only writing connection, on a thread of its own; opens it, commits, and looks for commits of
/// others.
class WriterThread
{
public:
    WriterThread(QString file, const Clock &clock);
    ~WriterThread();
    WriterThread(const WriterThread &) = delete;
    WriterThread &operator=(const WriterThread &) = delete;

    Done open(Connection::Mode mode);
    /// For the first entry, which nobody may undo.
    Done commitNow(const ChangeSet &changeSet, const Actor &actor);

    /// Runs `work` on the thread, after everything sent before it.
    template <class Work>
    QFuture<void> run(Work work)
    {
        auto promise = std::make_shared<QPromise<void>>();
        const auto future = promise->future();
        promise->start();
        QMetaObject::invokeMethod(
            &m_context,
            [work = std::move(work), promise]() mutable {
                work();
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

    /// Only on the thread.
    [[nodiscard]] const Writer &writer() const { return *m_writer; }

    /// Calls `notice` whenever another copy has committed.
    void watch(std::function<void()> notice);

private:
    Done openHere(Connection::Mode mode);
    [[nodiscard]] Done backedUpAndMigrated(Connection::Mode mode) const;

    QString m_file;
    const Clock &m_clock;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<QTimer> m_timer;
    qint64 m_seen = 0;
};

}
