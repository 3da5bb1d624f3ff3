#include "ui/mainwindow/statusline.h"

#include "ui/jobs/joblist.h"
#include "ui/jobs/jobs.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plainlabel.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace plimsoll {

StatusLine::StatusLine(Jobs &jobs, QWidget *parent)
    : QStatusBar(parent)
    , m_jobs(jobs)
    , m_saved((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->elided())
    , m_held((new PlainLabel({}, TextKind::Small))->elided())
    , m_count(new QToolButton)
    , m_record((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->elided())
{
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    setContentsMargins(spacing::medium, spacing::tight, spacing::medium, spacing::tight);
    m_count->setAutoRaise(true);
    m_count->setToolTip(tr("Show what is running"));
    connect(m_count, &QToolButton::clicked, this, &StatusLine::openJobs);
    connect(&jobs, &Jobs::changed, this, &StatusLine::showJobs);
    m_saved->setObjectName(QStringLiteral("status/saved"));
    m_record->setObjectName(QStringLiteral("status/record"));
    m_held->setObjectName(QStringLiteral("status/held"));
    m_held->hide();
    addWidget(m_saved);
    addWidget(m_held);
    addWidget(m_count);
    addPermanentWidget(m_record);
    showJobs();
}

void StatusLine::setSaved(const QString &words)
{
    m_saved->setPlainText(words);
}

void StatusLine::setHeld(const QString &words)
{
    m_held->setPlainText(words);
    m_held->setVisible(!words.isEmpty());
}

void StatusLine::setRecordState(const QString &words)
{
    m_record->setPlainText(words);
}

void StatusLine::showJobs()
{
    const auto count = int(m_jobs.running().size());
    m_count->setText(count == 1 ? tr("1 job") : tr("%1 jobs").arg(count));
    m_count->setVisible(count > 0);
}

void StatusLine::openJobs()
{
    auto *popup = new QWidget(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setAccessibleName(tr("Running jobs"));
    auto *column = new QVBoxLayout(popup);
    column->addWidget(new JobList(m_jobs));
    connect(&m_jobs, &Jobs::changed, popup, [this, popup] {
        if (m_jobs.running().isEmpty())
            popup->close();
    });
    popup->setFixedWidth(fontMetrics().averageCharWidth() * 60);
    popup->adjustSize();
    popup->move(m_count->mapToGlobal(QPoint(0, -popup->height() - spacing::tight)));
    popup->show();
}

}
