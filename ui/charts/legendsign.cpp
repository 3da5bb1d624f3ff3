#include "ui/charts/legendsign.h"

#include "ui/theme/spacing.h"

#include <QEvent>
#include <QPainter>

namespace plimsoll {

LegendSign::LegendSign(std::variant<BarKind, LineKind> kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(std::move(kind))
{
    setAccessibleName(words());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QString LegendSign::words() const
{
    return std::visit([](const auto &kind) { return kind.name; }, m_kind);
}

int LegendSign::signWidth() const
{
    return fontMetrics().ascent() * (std::holds_alternative<LineKind>(m_kind) ? 2 : 1);
}

QSize LegendSign::sizeHint() const
{
    return {signWidth() + spacing::tight + fontMetrics().horizontalAdvance(words()) + spacing::medium,
            fontMetrics().height()};
}

void LegendSign::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int ascent = fontMetrics().ascent();
    const QRectF sign(0.5, (height() - ascent) / 2.0 + 0.5, signWidth() - 1.0, ascent - 1.0);
    if (const auto *bar = std::get_if<BarKind>(&m_kind)) {
        painter.setPen(QPen(statusColour(bar->mark, colours), 1));
        painter.setBrush(brushOf(*bar, colours));
        painter.drawRect(sign);
    } else {
        const bool isMain = std::get<LineKind>(m_kind).isMain;
        painter.setPen(isMain ? QPen(colours.accent, fontMetrics().height() / 7.0)
                              : QPen(colours.quietText, fontMetrics().height() / 10.0, Qt::DashLine));
        painter.drawLine(QPointF(sign.left(), sign.center().y()), QPointF(sign.right(), sign.center().y()));
    }
    painter.setPen(colours.quietText);
    painter.drawText(rect().adjusted(signWidth() + spacing::tight, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     words());
}

void LegendSign::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

}
