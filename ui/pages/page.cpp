#include "ui/pages/page.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/scrollpane.h"

#include <QVBoxLayout>

namespace plimsoll {

Page::Page(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_banner(new Banner)
{
    setAccessibleName(title);
    auto *pane = new ScrollPane(title);
    pane->column()->addWidget(m_banner);
    m_content = new QVBoxLayout;
    m_content->setSpacing(spacing::medium);
    pane->column()->addLayout(m_content, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(pane);
}

void Page::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
    setWindowTitle(title);
}

}
