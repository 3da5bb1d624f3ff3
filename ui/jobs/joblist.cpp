#include "ui/jobs/joblist.h"

#include "ui/jobs/jobline.h"
#include "ui/jobs/jobs.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/emptylayout.h"

#include <QVBoxLayout>

namespace plimsoll {

JobList::JobList(Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_lines(new QVBoxLayout(this))
{
    setAccessibleName(tr("Running jobs"));
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(spacing::medium);
    connect(&jobs, &Jobs::changed, this, &JobList::refill);
    refill();
}

void JobList::refill()
{
    emptyLayout(*m_lines);
    for (Job *job : m_jobs.running()) {
        auto *line = new JobLine;
        m_lines->addWidget(line);
        line->follow(*job);
    }
    setVisible(!m_jobs.running().isEmpty());
}

}
