#include "ui/jobs/jobs.h"

namespace plimsoll {

Jobs::Jobs(QObject *parent)
    : QObject(parent)
{
}

Jobs::~Jobs()
{
    cancelAndWait();
}

void Jobs::cancelAndWait()
{
    for (Job *job : std::as_const(m_running))
        job->cancel();
    m_threads.waitForDone();
}

Job *Jobs::begin(const QString &label)
{
    auto *job = new Job(label, this);
    m_running.append(job);
    Q_EMIT changed();
    return job;
}

void Jobs::end(Job *job)
{
    m_running.removeOne(job);
    job->deleteLater();
    Q_EMIT changed();
}

}
