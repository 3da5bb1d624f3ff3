#include "ui/jobs/job.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace plimsoll {

Job::Job(QString label, QObject *parent)
    : QObject(parent)
    , m_label(std::move(label))
{
}

QString Job::step() const
{
    const QMutexLocker lock(&m_mutex);
    return m_step;
}

int Job::percent() const
{
    const qint64 total = m_total;
    return total <= 0 ? -1 : int(std::clamp<double>(100.0 * double(m_done) / double(total), 0, 100));
}

void Job::cancel()
{
    m_cancelled = true;
    Q_EMIT progressed();
}

bool Job::report(qint64 done, qint64 total, const QString &step)
{
    m_done = done;
    m_total = total;
    {
        const QMutexLocker lock(&m_mutex);
        m_step = step;
    }
    // One message is under way at most, however often the work reports.
    if (!m_told.exchange(true)) {
        QMetaObject::invokeMethod(this, [this] {
            QTimer::singleShot(50ms, this, [this] {
                m_told = false;
                Q_EMIT progressed();
            });
        });
    }
    return !m_cancelled;
}

}
