#include "ui/pages/page.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/scrollpane.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace plimsoll {

Page::Page(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_banner(new Banner)
    , m_pane(new ScrollPane(title))
    , m_pinned(new QVBoxLayout)
{
    setAccessibleName(title);
    m_content = new QVBoxLayout;
    m_content->setSpacing(spacing::medium);
    m_pane->column()->addLayout(m_content, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    // Above all that scrolls: what is said is seen wherever one has scrolled to. Half of the room above the
    // page's first line is kept there, whether anything is said or not.
    auto *said = new QVBoxLayout;
    said->setContentsMargins(spacing::wide, spacing::small, spacing::wide, 0);
    m_pane->column()->setContentsMargins(spacing::wide, spacing::small, spacing::wide, spacing::wide);
    said->addWidget(m_banner);
    whole->addLayout(said);
    whole->addWidget(m_pane, 1);
    whole->addLayout(m_pinned);
}

QList<QAction *> Page::recordActions() const
{
    return actions() + offeredSteps(*this);
}

void Page::pin(QWidget *part)
{
    m_pinned->addWidget(part);
}

void Page::giveKeyboardToText()
{
    setFocusProxy(m_pane);
}

void Page::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
    setWindowTitle(title);
}

void Page::scrollToTop()
{
    m_pane->verticalScrollBar()->setValue(0);
}

}
