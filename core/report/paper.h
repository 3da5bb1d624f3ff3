#pragma once

#include <QRectF>

namespace plimsoll::paper {

/// Device units of a page in one inch. Fine enough that rounding a letter's width to whole units cannot be
/// seen.
inline constexpr int resolution = 1200;

/// Device units in `points` typographic points.
constexpr qreal pt(qreal points)
{
    return points * resolution / 72;
}

/// Device units in `millimetres`.
constexpr qreal mm(qreal millimetres)
{
    return millimetres * resolution / 25.4;
}

/// Back to points, in which PDF counts.
constexpr qreal toPoints(qreal units)
{
    return units * 72 / resolution;
}

/// A4 as PDF writes it.
inline constexpr qreal widthInPoints = 595;
inline constexpr qreal heightInPoints = 842;
inline constexpr QRectF page{0, 0, pt(widthInPoints), pt(heightInPoints)};

/// Where text stands; header and footer lie outside of it.
inline constexpr QRectF body{mm(22), mm(26), pt(widthInPoints) - mm(22) - mm(20),
                             pt(heightInPoints) - mm(26) - mm(25)};

inline constexpr qreal hairline = pt(0.5);

}
