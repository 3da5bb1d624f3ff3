#include "ui/widgets/panel.h"

#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plainlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace plimsoll {

Panel::Panel(const QString &heading, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::large);
    column->setSpacing(spacing::small);
    m_head = new QHBoxLayout;
    m_head->setSpacing(spacing::small);
    column->addLayout(m_head);
    if (!heading.isEmpty()) {
        m_head->addWidget((new PlainLabel(heading, TextKind::Heading))->wrapped(), 1);
        setAccessibleName(heading);
    }
    m_content = new QVBoxLayout;
    m_content->setSpacing(spacing::small);
    column->addLayout(m_content, 1);
}

void Panel::addBesideHeading(QWidget *widget)
{
    if (m_head->isEmpty())
        m_head->addStretch(1);
    m_head->addWidget(widget);
}

void Panel::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    paintRounded(painter, rect(), spacing::corner, colours.panel, colours.line);
}

}
