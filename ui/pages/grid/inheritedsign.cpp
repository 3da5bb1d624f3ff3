#include "ui/pages/grid/inheritedsign.h"

#include "ui/theme/colours.h"
#include "ui/theme/spacing.h"

#include <QPainter>

namespace plimsoll {

void paintInheritedCorner(QPainter &painter, const QRect &cell, int side, const Colours &colours)
{
    const QPoint corner = cell.bottomRight() + QPoint(1, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawPolygon(QPolygon({corner, corner - QPoint(side, 0), corner - QPoint(0, side)}));
}

InheritedSign::InheritedSign(QWidget *parent)
    : QWidget(parent)
    , m_words(tr("Inherited: a common answer"))
{
    setObjectName(QStringLiteral("grid/inherited"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(m_words);
    setToolTip(tr("The corner of a cell whose answer a platform gives once for all that point to it"));
}

QSize InheritedSign::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(m_words) + metrics.height() + spacing::small,
            metrics.height() + spacing::tight};
}

void InheritedSign::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    const int side = fontMetrics().height() - 2;
    const QRect cell(0, (height() - side) / 2, side, side);
    painter.setPen(colours.line);
    painter.drawRect(cell.adjusted(0, 0, -1, -1));
    painter.setRenderHint(QPainter::Antialiasing);
    paintInheritedCorner(painter, cell, side / 2, colours);
    painter.setPen(colours.text);
    painter.drawText(rect().adjusted(side + spacing::small, 0, 0, 0),
                     int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, m_words);
}

}
