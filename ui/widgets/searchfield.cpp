#include "ui/widgets/searchfield.h"

#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"

#include <QPainter>

namespace plimsoll {

SearchField::SearchField(QWidget *parent)
    : QPushButton(tr("Search everything"), parent)
{
    setToolTip(tr("Go to a page, system, provision or person (Ctrl+K)"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize SearchField::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(text()) + metrics.averageCharWidth() * 18,
            metrics.height() + spacing::medium};
}

QSize SearchField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8 + 2 * spacing::medium, sizeHint().height()};
}

void SearchField::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    paintRounded(painter, rect(), spacing::corner, underMouse() ? colours.chip : colours.panel, colours.edge);
    if (hasFocus())
        paintFocusRing(painter, rect(), spacing::corner, colours.accent);
    painter.setPen(colours.quietText);
    const QRect words = rect().adjusted(spacing::medium, 0, -spacing::medium, 0);
    const QFontMetrics metrics = fontMetrics();
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(text(), Qt::ElideRight, words.width()));
    const QString keys = tr("Ctrl+K");
    if (metrics.horizontalAdvance(text() + keys) + spacing::medium <= words.width())
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, keys);
}

}
