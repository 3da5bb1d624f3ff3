#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace plimsoll {

/// What a monitoring page would show: one value a label, with the limit that raises an alarm.
struct PngChart
{
    enum class Shape { Bars, Line };

    QString title;
    Shape shape = Shape::Bars;
    QStringList labels; ///< one a value; empty ones stay blank
    QList<int> values;  ///< none below `bottom`
    int bottom = 0;     ///< the value at the lower edge
    int top = 0;        ///< the value at the upper edge, unless a value is larger
    std::optional<int> limit;
};

/// A PNG of 720 x 360 pixels in five colours. Bars beyond the limit are drawn in red.
QByteArray pngOf(const PngChart &chart);

}
