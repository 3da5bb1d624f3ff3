#include "ui/jobs/jobline.h"

#include "ui/jobs/job.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/readingonly.h"

#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace plimsoll {

JobLine::JobLine(QWidget *parent)
    : QWidget(parent)
    , m_words((new PlainLabel({}, TextKind::Small))->wrapped())
    , m_bar(new QProgressBar)
    , m_cancel(button(tr("Cancel"), ButtonKind::Quiet))
{
    onlyReads(*this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(m_words);
    column->addLayout(row);
    hide();
}

void JobLine::follow(Job &job)
{
    if (m_job) {
        disconnect(m_cancel, nullptr, m_job, nullptr);
        disconnect(m_job, nullptr, this, nullptr);
    }
    m_job = &job;
    m_bar->setAccessibleName(tr("Progress of: %1").arg(shownInLine(job.label())));
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(shownInLine(job.label())));
    connect(m_cancel, &QPushButton::clicked, &job, &Job::cancel);
    connect(&job, &Job::progressed, this, [this, &job] { refresh(job); });
    connect(&job, &QObject::destroyed, this, &QWidget::hide);
    refresh(job);
    show();
}

void JobLine::refresh(const Job &job)
{
    const int percent = job.percent();
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(std::max(0, percent));
    m_cancel->setEnabled(!job.isCancelled());
    const QString step = job.isCancelled() ? tr("stopping …") : job.step();
    m_words->setPlainText(step.isEmpty() ? job.label() : tr("%1: %2").arg(job.label(), step));
}

}
