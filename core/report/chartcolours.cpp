#include "core/report/chartcolours.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

qreal luminance(const QColor &colour)
{
    const auto linear = [](qreal channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

}

ChartColours ChartColours::light()
{
    return {.panel = QColor(0xffffff),
            .line = QColor(0xdfe3e8),
            .text = QColor(0x1b2430),
            .quietText = QColor(0x5f6b7a),
            .accent = QColor(0x1f5fbf),
            .chip = QColor(0xeef1f5),
            .met = QColor(0x1e7f4f),
            .partly = QColor(0xa35f00),
            .notMet = QColor(0xb3261e),
            .notApplicable = QColor(0x6b7280),
            .notAnswered = QColor(0x6e7887)};
}

ChartColours ChartColours::dark()
{
    return {.panel = QColor(0x1b2128),
            .line = QColor(0x2c343e),
            .text = QColor(0xe6eaf0),
            .quietText = QColor(0x97a3b2),
            .accent = QColor(0x6ea8ff),
            .chip = QColor(0x262e37),
            .met = QColor(0x4cc38a),
            .partly = QColor(0xf0b429),
            .notMet = QColor(0xff7a70),
            .notApplicable = QColor(0x8f9bab),
            .notAnswered = QColor(0x707c8c)};
}

QColor blended(const QColor &ground, const QColor &ink, qreal share)
{
    const auto mix = [share](int from, int to) {
        return int(std::lround(from + (to - from) * share));
    };
    return {mix(ground.red(), ink.red()), mix(ground.green(), ink.green()), mix(ground.blue(), ink.blue())};
}

qreal contrast(const QColor &one, const QColor &other)
{
    const std::pair ordered = std::minmax({luminance(one), luminance(other)});
    return (ordered.second + 0.05) / (ordered.first + 0.05);
}

QColor readableOn(const QColor &ground, const QColor &one, const QColor &other)
{
    return contrast(ground, one) >= contrast(ground, other) ? one : other;
}

}
