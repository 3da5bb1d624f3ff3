#include "ui/pages/grid/gridheader.h"

#include "ui/theme/colours.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

int sideOfCell(const QFontMetrics &metrics)
{
    return metrics.height() + spacing::medium;
}

}

GridHeader::GridHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(0);
    setSectionResizeMode(Fixed);
    setDefaultSectionSize(sideOfCell(fontMetrics()));
}

void GridHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    setDefaultSectionSize(sideOfCell(fontMetrics()));
    // The table asks for the header's width and height anew, though not at once: it would raise a scroll bar
    // that is needed now while Qt still goes through the table's parts to tell them of the font, and pass one
    // over.
    QMetaObject::invokeMethod(this, &GridHeader::geometriesChanged, Qt::QueuedConnection);
}

bool GridHeader::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<const QHelpEvent *>(event);
    const int section = logicalIndexAt(help->pos());
    const QString words =
        section < 0 ? QString() : model()->headerData(section, orientation(), Qt::ToolTipRole).toString();
    QToolTip::showText(help->globalPos(), asToolTip(words), viewport());
    return true;
}

QSize GridHeader::sizeHint() const
{
    const int designator = fontMetrics().horizontalAdvance(u"5.2.4-1.2/b"_s);
    return orientation() == Qt::Horizontal ? QSize(0, designator + spacing::large) : QSize(4 * designator, 0);
}

void GridHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    const int end = length() - offset();
    QPainter painter(viewport());
    const QRect rest = orientation() == Qt::Vertical ? viewport()->rect().adjusted(0, end, 0, 0)
                                                     : viewport()->rect().adjusted(end, 0, 0, 0);
    painter.fillRect(rest, coloursOf(palette()).panel);
}

void GridHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Colours &colours = coloursOf(palette());
    const QString words = shownInLine(model()->headerData(section, orientation()).toString());
    painter->save();
    painter->fillRect(rect, colours.panel);
    if (orientation() == Qt::Vertical) {
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line);
        painter->setPen(colours.text);
        const QRect line = rect.adjusted(0, 0, -spacing::small, -1);
        painter->drawText(line, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
    } else {
        painter->setPen(colours.quietText);
        painter->translate(rect.bottomLeft());
        painter->rotate(-90);
        painter->drawText(QRect(spacing::small, 0, rect.height() - spacing::small, rect.width()),
                          int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, words);
    }
    painter->restore();
}

}
