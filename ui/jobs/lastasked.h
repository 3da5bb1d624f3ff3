#pragma once

#include "ui/jobs/jobs.h"

namespace plimsoll {

/// Asks questions of which only the last one's answer counts: the one before is cancelled, and its answer is
/// dropped should it still come. A member of the `context` it is asked for.
class LastAsked
{
public:
    /// As Jobs::run().
    template <class T>
    void run(Jobs &jobs, const QString &label, std::function<Result<T>(const Progress &)> work,
             QObject *context, std::function<void(Result<T>)> done)
    {
        forget();
        m_job = jobs.run<T>(label, std::move(work), context,
                            [this, number = m_number, done = std::move(done)](Result<T> answer) {
                                if (number == m_number)
                                    done(std::move(answer));
                            });
    }

    /// The answer to what was asked last does not count either.
    void forget()
    {
        ++m_number;
        if (m_job)
            m_job->cancel();
    }

private:
    quint64 m_number = 0;
    QPointer<Job> m_job;
};

}
