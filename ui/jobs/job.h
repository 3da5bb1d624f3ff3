#pragma once

#include <QMutex>
#include <QObject>

#include <atomic>

namespace plimsoll {

/// A long piece of work on another thread, as the window sees it.
class Job final : public QObject
{
    Q_OBJECT

public:
    Job(QString label, QObject *parent);

    [[nodiscard]] QString label() const { return m_label; }
    [[nodiscard]] QString step() const;
    /// In whole per cent, or -1 while nobody knows how much there is.
    [[nodiscard]] int percent() const;
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    /// Asks the work to stop at its next report; it then ends with ErrorCode::Cancelled.
    void cancel();

    /// Called by the work, on its own thread; answers false when it was cancelled.
    bool report(qint64 done, qint64 total, const QString &step);

Q_SIGNALS:
    /// On the GUI thread, at most twenty times a second.
    void progressed();

private:
    QString m_label;
    mutable QMutex m_mutex;
    QString m_step;
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_total = 0;
    std::atomic<bool> m_cancelled = false;
    std::atomic<bool> m_told = false;
};

}
