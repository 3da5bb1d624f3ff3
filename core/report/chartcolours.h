#pragma once

#include <QColor>

namespace plimsoll {

/// Every colour a chart or a status mark is painted with. All are opaque: PDF/A-1 knows no transparency.
struct ChartColours
{
    QColor panel;
    QColor line;
    QColor text;
    QColor quietText;
    QColor accent;
    QColor chip;
    QColor met;
    QColor partly;
    QColor notMet;
    QColor notApplicable;
    QColor notAnswered;

    /// For paper and light windows.
    static ChartColours light();
    static ChartColours dark();

    friend bool operator==(const ChartColours &, const ChartColours &) = default;
};

/// The opaque colour `share` of the way from `ground` (0) to `ink` (1).
QColor blended(const QColor &ground, const QColor &ink, qreal share);

/// Of the two, the one that reads better on `ground` (WCAG 2 contrast).
QColor readableOn(const QColor &ground, const QColor &one, const QColor &other);

/// Contrast of two colours as WCAG 2 defines it, from 1 to 21.
qreal contrast(const QColor &one, const QColor &other);

}
