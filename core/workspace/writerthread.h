#pragma once

#include "core/storage/connection.h"
#include "core/workspace/writelease.h"
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

    /// Commits, on a network folder under the lease for writing there. Only on the thread.
    Result<Committed> commit(const ChangeSet &changeSet, const Actor &actor);

    /// Calls `committed` whenever another copy has committed, and `heldBy` whenever the lease of a network
    /// folder has another holder than before: nobody, or somebody else than us.
    void watch(std::function<void()> committed,
               std::function<void(const std::optional<LeaseHolder> &)> heldBy);

private:
    Done openHere(Connection::Mode mode);
    void lookForOthers(const std::function<void()> &committed,
                       const std::function<void(const std::optional<LeaseHolder> &)> &heldBy);
    [[nodiscard]] Done backedUpAndMigrated(Connection::Mode mode) const;

    QString m_file;
    const Clock &m_clock;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<QTimer> m_timer;
    qint64 m_seen = 0;
    std::unique_ptr<WriteLease> m_lease; ///< none on a local disk
    std::unique_ptr<QTimer> m_idle;      ///< gives the lease back
    std::optional<LeaseHolder> m_holder; ///< as seen last, when it is not us
};

}
