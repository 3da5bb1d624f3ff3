#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>

namespace plimsoll {

/// A thread with an event loop, on which work is done in the order in which it was sent. Ends when the work
/// sent before its destructor is done.
class WorkThread
{
public:
    explicit WorkThread(const QString &name);
    ~WorkThread();
    WorkThread(const WorkThread &) = delete;
    WorkThread &operator=(const WorkThread &) = delete;

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

private:
    QThread m_thread;
    QObject m_context;
};

}
