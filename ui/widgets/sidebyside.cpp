#include "ui/widgets/sidebyside.h"

#include "ui/theme/spacing.h"

#include <QBoxLayout>
#include <QEvent>

namespace plimsoll {

SideBySide::SideBySide(int characters, QWidget *parent)
    : QWidget(parent)
    , m_characters(characters)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(spacing::large);
}

void SideBySide::add(QWidget *part, int share)
{
    m_row->addWidget(part, share);
}

void SideBySide::add(QLayout *part, int share)
{
    m_row->addLayout(part, share);
}

void SideBySide::arrange()
{
    const bool isNarrow = width() < fontMetrics().averageCharWidth() * m_characters;
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SideBySide::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SideBySide::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

}
