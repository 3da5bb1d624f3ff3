#include "ui/mainwindow/undojob.h"

#include "ui/jobs/jobs.h"

#include <QCoreApplication>
#include <QMutex>

#include <memory>
#include <utility>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UndoJob)
};

/// Between the writer thread, which does the work, and the job, which shows it.
class Sight
{
public:
    /// Only what takes long is worth a job, and that is not known before.
    [[nodiscard]] bool isFirst() { return !std::exchange(m_isTold, true); }

    [[nodiscard]] bool tell(qint64 done, qint64 total)
    {
        const QMutexLocker alone(&m_mutex);
        return !m_shown || m_shown(done, total, {});
    }

    /// Shows it there until it has ended; on the thread of the job.
    void show(const Progress &shown)
    {
        setShown(shown);
        m_ending.waitForFinished();
        setShown({});
    }

    void endWith(const QFuture<Result<Committed>> &ending) { m_ending = ending; }

private:
    void setShown(const Progress &shown)
    {
        const QMutexLocker alone(&m_mutex);
        m_shown = shown;
    }

    QMutex m_mutex;
    Progress m_shown;
    QFuture<Result<Committed>> m_ending;
    bool m_isTold = false; ///< of the writer thread
};

void runJob(const QString &label, const std::shared_ptr<Sight> &sight, Jobs &jobs)
{
    jobs.run<bool>(label,
                   [sight](const Progress &progress) -> Result<bool> {
                       sight->show(progress);
                       return true;
                   },
                   nullptr, {});
}

}

QFuture<Result<Committed>> turnAsJob(Turn turn, Workspace &workspace, Jobs &jobs)
{
    const auto sight = std::make_shared<Sight>();
    const Progress progress = [sight, turn, &jobs](qint64 done, qint64 total, const QString &step) {
        if (sight->isFirst()) {
            const QString label =
                turn == Turn::Undo ? Text::tr("Undo: %1").arg(step) : Text::tr("Redo: %1").arg(step);
            QMetaObject::invokeMethod(
                &jobs, [label, sight, &jobs] { runJob(label, sight, jobs); }, Qt::QueuedConnection);
        }
        return sight->tell(done, total);
    };
    const auto ending = turn == Turn::Undo ? workspace.undo(progress) : workspace.redo(progress);
    sight->endWith(ending);
    return ending;
}

}
