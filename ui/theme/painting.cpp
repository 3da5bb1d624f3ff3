#include "ui/theme/painting.h"

#include <QPainter>
#include <QPen>
#include <QPolygonF>

#include <algorithm>

namespace plimsoll {

void paintRounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
                  const QColor &line, double lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = line.isValid() ? lineWidth / 2 : 0;
    const double corner = std::min(radius, rect.height() / 2);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QColor &accent)
{
    paintRounded(painter, rect, radius, {}, accent, 2);
}

void paintChevron(QPainter &painter, const QRectF &rect, Qt::ArrowType direction, const QColor &colour)
{
    const double half =
        std::clamp(std::min(rect.width(), rect.height()) * 0.28, 2.5, painter.fontMetrics().height() * 0.3);
    const QPointF c = rect.center();
    QPolygonF line;
    switch (direction) {
    case Qt::UpArrow:
        line << c + QPointF(-half, half / 2) << c + QPointF(0, -half / 2) << c + QPointF(half, half / 2);
        break;
    case Qt::LeftArrow:
        line << c + QPointF(half / 2, -half) << c + QPointF(-half / 2, 0) << c + QPointF(half / 2, half);
        break;
    case Qt::RightArrow:
        line << c + QPointF(-half / 2, -half) << c + QPointF(half / 2, 0) << c + QPointF(-half / 2, half);
        break;
    case Qt::DownArrow:
    case Qt::NoArrow:
        line << c + QPointF(-half, -half / 2) << c + QPointF(0, half / 2) << c + QPointF(half, -half / 2);
        break;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.restore();
}

}
