#include "ui/widgets/focusring.h"

#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QWidget>

namespace plimsoll {

void paintFocusRing(QStylePainter &painter, const QWidget &widget)
{
    if (!widget.hasFocus())
        return;
    QStyleOptionFocusRect ring;
    ring.initFrom(&widget);
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, ring);
}

}
