#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace plimsoll {

/// A rectangle with round corners and a hairline that lies inside `rect`; an invalid colour leaves that part
/// out.
void paintRounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
                  const QColor &line, double lineWidth = 1);

/// The ring around what has the keyboard.
void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QColor &accent);

/// A chevron in the middle of `rect`, pointing to `direction`.
void paintChevron(QPainter &painter, const QRectF &rect, Qt::ArrowType direction, const QColor &colour);

}
