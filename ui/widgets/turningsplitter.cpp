#include "ui/widgets/turningsplitter.h"

#include "ui/theme/spacing.h"

#include <QEvent>

namespace plimsoll {

namespace {

constexpr int charactersSideBySide = 110;

}

TurningSplitter::TurningSplitter(int leastLines, QWidget *parent)
    : QSplitter(parent)
    , m_leastLines(leastLines)
{
    setChildrenCollapsible(false);
    setHandleWidth(spacing::medium);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_shares = sizes(); });
}

void TurningSplitter::add(QWidget *part, int share)
{
    addWidget(part);
    m_shares.append(share);
}

void TurningSplitter::turn()
{
    const bool isNarrow = width() < fontMetrics().averageCharWidth() * charactersSideBySide;
    setOrientation(isNarrow ? Qt::Vertical : Qt::Horizontal);
    setMinimumHeight((isNarrow ? 2 : 1) * m_leastLines * fontMetrics().height());
}

void TurningSplitter::resizeEvent(QResizeEvent *event)
{
    turn();
    QSplitter::resizeEvent(event);
    setSizes(m_shares);
}

void TurningSplitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        turn();
}

}
