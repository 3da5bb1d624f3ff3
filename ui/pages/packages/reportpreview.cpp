#include "ui/pages/packages/reportpreview.h"

#include "ui/pages/evidence/previewpane.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/scrollpane.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

ReportPreview::ReportPreview(Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_panel(new Panel(tr("The report as it would be")))
    , m_words((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
{
    m_words->setObjectName(u"packages/draft"_s);
    m_panel->content()->addWidget(m_words);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    hide();
}

void ReportPreview::setDraft(const ReportDraft &draft)
{
    clear();
    m_draft = draft;
    QStringList words{tr("Pages: %1. Nothing is issued yet, and nothing was entered in the register. What is "
                         "changed from now on is not in it.")
                          .arg(draft.pages)};
    words += draft.warnings;
    m_words->setPlainText(words.join(u'\n'));
    m_pane = new PreviewPane(draft.storeFolder, m_jobs);
    m_panel->content()->addWidget(m_pane);
    connect(m_pane, &PreviewPane::checked, this, [this] { m_isComing = true; }); // and is drawn now
    show();
    m_pane->show(draft.file);
}

void ReportPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_isComing)
        return;
    m_isComing = height() < window()->height() / 2; // it grows to the length of its page in several steps
    QMetaObject::invokeMethod(this, &ReportPreview::comeIntoSight, Qt::QueuedConnection);
}

/// With its beginning, for it is longer than the window.
void ReportPreview::comeIntoSight()
{
    if (isVisible())
        bringIntoSight(*this, QRect(0, 0, 1, window()->height() / 2));
}

void ReportPreview::takeKeyboard()
{
    if (m_pane && !qobject_cast<QLineEdit *>(window()->focusWidget()))
        m_pane->takeKeyboard();
}

void ReportPreview::clear()
{
    hide();
    delete std::exchange(m_pane, nullptr);
    m_draft = {};
}

}
