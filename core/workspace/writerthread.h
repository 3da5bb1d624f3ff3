#pragma once

#include "core/base/workthread.h"
#include "core/workspace/lookout.h"
#include "core/workspace/writelease.h"
#include "core/workspace/writer.h"

namespace plimsoll {

/// Owns the only writing connection, on a thread of its own; opens it, commits, and looks for commits of
/// others.
class WriterThread
{
public:
    /// The lease for a network folder goes back after `idle` without an edit.
    WriterThread(QString file, const Clock &clock, std::chrono::milliseconds idle = WriteLease::idle);
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
        return m_thread.run(std::move(work));
    }

    /// Takes or keeps the lease for writing on a network folder. Only on the thread.
    Done takeLease(const Actor &actor);

    /// Commits, on a network folder under the lease for writing there. Only on the thread.
    Result<Committed> commit(const ChangeSet &changeSet, const Actor &actor);

    /// From now on tells what other copies do.
    void watch(LookoutCalls calls);

private:
    Done openHere(Connection::Mode mode);
    [[nodiscard]] Done backedUpAndMigrated(Connection::Mode mode);

    QString m_file;
    const Clock &m_clock;
    std::chrono::milliseconds m_longestIdle;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<WriteLease> m_lease; ///< none on a local disk
    std::unique_ptr<QTimer> m_idle;      ///< gives the lease back
    std::unique_ptr<Lookout> m_lookout;
    WorkThread m_thread; ///< last, so that it begins after and ends before the rest
};

}
