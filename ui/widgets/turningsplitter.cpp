#include "ui/widgets/turningsplitter.h"

#include "ui/theme/spacing.h"

#include <QEvent>

#include <algorithm>
#include <numeric>
#include <utility>

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
    shareRoom();
}

/// In pixels: of sizes below the least ones of the parts a splitter makes the least ones, and shares by
/// those.
void TurningSplitter::shareRoom()
{
    const int room = orientation() == Qt::Horizontal ? width() : height();
    const int whole = std::max(1, std::accumulate(m_shares.cbegin(), m_shares.cend(), 0));
    QList<int> sizes;
    for (const int share : std::as_const(m_shares))
        sizes.append(share * room / whole);
    setSizes(sizes);
}

void TurningSplitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    turn();
    shareRoom();
}

}
