#include "ui/widgets/titleline.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QEvent>

namespace plimsoll {

TitleLine::TitleLine(QWidget *parent)
    : QWidget(parent)
    , m_title((new PlainLabel({}, TextKind::Title))->wrapped())
    , m_flow(new FlowLayout)
    , m_box(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(spacing::medium);
    m_box->addWidget(m_title);
    m_box->addLayout(m_flow, 1);
}

void TitleLine::setTitle(const QString &title)
{
    m_title->setPlainText(title);
    arrange();
}

void TitleLine::setChips(const QList<QWidget *> &chips)
{
    qDeleteAll(m_chips);
    m_chips = chips;
    for (QWidget *chip : std::as_const(m_chips))
        m_flow->addWidget(chip);
    arrange();
}

void TitleLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TitleLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void TitleLine::arrange()
{
    const int title = m_title->fontMetrics().horizontalAdvance(m_title->text()) + spacing::tight;
    const bool isBeside = title + m_box->spacing() + m_flow->sizeHint().width() <= width();
    m_box->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_box->setAlignment(m_flow, isBeside ? Qt::AlignVCenter : Qt::Alignment());
    m_title->setMinimumWidth(isBeside ? title : 0);
    m_title->setMaximumWidth(isBeside ? title : QWIDGETSIZE_MAX);
}

}
