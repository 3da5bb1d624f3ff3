#include "ui/jobs/joblist.h"

#include "ui/jobs/jobs.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"

#include <QProgressBar>
#include <QVBoxLayout>

namespace plimsoll {

namespace {

void showProgress(const Job &job, QProgressBar &bar, PlainLabel &words, QPushButton &cancel)
{
    const int percent = job.percent();
    bar.setRange(0, percent < 0 ? 0 : 100);
    bar.setValue(std::max(0, percent));
    cancel.setEnabled(!job.isCancelled());
    const QString step = job.isCancelled() ? JobList::tr("stopping …") : job.step();
    words.setPlainText(step.isEmpty() ? job.label() : JobList::tr("%1: %2").arg(job.label(), step));
}

}

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
    while (const auto *line = m_lines->takeAt(0)) {
        line->widget()->deleteLater();
        delete line;
    }
    for (Job *job : m_jobs.running())
        addLine(*job);
    setVisible(!m_jobs.running().isEmpty());
}

void JobList::addLine(Job &job)
{
    auto *line = new QWidget(this);
    auto *column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    auto *words = (new PlainLabel(job.label(), TextKind::Small))->wrapped();
    auto *bar = new QProgressBar;
    bar->setAccessibleName(tr("Progress of: %1").arg(shown(job.label())));
    auto *cancel = button(tr("Cancel"), ButtonKind::Quiet);
    cancel->setAccessibleName(tr("Cancel: %1").arg(shown(job.label())));
    connect(cancel, &QPushButton::clicked, &job, &Job::cancel);
    auto *row = new QHBoxLayout;
    row->addWidget(bar, 1);
    row->addWidget(cancel);
    column->addWidget(words);
    column->addLayout(row);
    m_lines->addWidget(line);
    const auto refresh = [&job, bar, words, cancel] {
        showProgress(job, *bar, *words, *cancel);
    };
    connect(&job, &Job::progressed, line, refresh);
    refresh();
}

}
