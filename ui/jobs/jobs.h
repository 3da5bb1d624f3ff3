#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "ui/jobs/job.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>

namespace plimsoll {

/// Runs core functions on threads of its own and hands their results back on the GUI thread. No event loop is
/// nested.
class Jobs final : public QObject
{
    Q_OBJECT

public:
    explicit Jobs(QObject *parent = nullptr);
    /// Cancels what runs and waits for it.
    ~Jobs() override;

    /// Starts `work`. When it ends, `done` is called on the GUI thread, unless `context` is gone by then.
    /// `label` is what people read while it runs: "Export the package of Fraud scoring 2.1".
    template <class T>
    Job *run(const QString &label, std::function<Result<T>(const Progress &)> work, QObject *context,
             std::function<void(Result<T>)> done)
    {
        Job *job = begin(label);
        auto *watcher = new QFutureWatcher<Result<T>>(job);
        const QPointer<QObject> asker(context);
        connect(watcher, &QFutureWatcherBase::finished, this,
                [this, job, watcher, asker, done = std::move(done)] {
                    Result<T> result = watcher->future().takeResult();
                    end(job);
                    if (asker)
                        done(std::move(result));
                });
        watcher->setFuture(QtConcurrent::run(&m_threads, [job, work = std::move(work)] {
            return work([job](qint64 part, qint64 total, const QString &step) {
                return job->report(part, total, step);
            });
        }));
        return job;
    }

    /// Cancels what runs and waits until no thread works any more: whoever is about to take away what jobs
    /// work with calls this first.
    void cancelAndWait();

    /// What runs now, oldest first.
    [[nodiscard]] const QList<Job *> &running() const { return m_running; }

Q_SIGNALS:
    /// A job began or ended.
    void changed();

private:
    Job *begin(const QString &label);
    void end(Job *job);

    QThreadPool m_threads;
    QList<Job *> m_running;
};

}
