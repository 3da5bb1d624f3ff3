#pragma once

#include "core/assessment/answercounts.h"
#include "core/report/chartcolours.h"

#include <QList>
#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace plimsoll {

// Window and PDF paint with the same functions. Texts use the painter's font; the caller sets it, and
// antialiasing.

/// The formulas, printed under every chart that shows one of them.
QString conformityFormula();
QString progressFormula();

/// A ring filled clockwise from the top; complete rings are green. Nothing due leaves the empty ring.
void paintPhaseRing(QPainter &painter, const QRectF &rect, const Fraction &fraction,
                    const ChartColours &colours);

/// One bar stacked by answer, in the order met, partly met, not met, not answered. Every kind has its own
/// pattern beside its colour: full, slanted hatch, crossed hatch, empty.
void paintAnswerBar(QPainter &painter, const QRectF &rect, const AnswerCounts &counts,
                    const ChartColours &colours);

/// The same sign alone, for the legend beside the words.
enum class AnswerKind { Met, PartlyMet, NotMet, NotAnswered };
void paintAnswerSwatch(QPainter &painter, const QRectF &rect, AnswerKind kind, const ChartColours &colours);

/// A system in a phase: a fraction, or the words that say why there is none ("waits: decommission", "later
/// phase").
struct HeatCell
{
    std::optional<Fraction> fraction;
    QString absence;

    friend bool operator==(const HeatCell &, const HeatCell &) = default;
};

struct HeatRow
{
    QString name;
    QList<HeatCell> cells;

    friend bool operator==(const HeatRow &, const HeatRow &) = default;
};

/// Rows are systems, columns are phases.
struct HeatMap
{
    QStringList columns;
    QList<HeatRow> rows;

    friend bool operator==(const HeatMap &, const HeatMap &) = default;
};

/// Where everything of a heat map stands, for painting, for clicks and for tooltips.
struct HeatMapLayout
{
    QRectF area;          ///< left and top are where the map starts; its width is shared out
    qreal labelWidth = 0; ///< of the column with the names
    qreal headerHeight = 0;
    qreal rowHeight = 0;
    qreal gap = 0;
    qsizetype columns = 0;

    [[nodiscard]] QRectF cell(qsizetype row, qsizetype column) const;
    [[nodiscard]] QRectF label(qsizetype row) const;
    [[nodiscard]] QRectF header(qsizetype column) const;
    [[nodiscard]] qreal height(qsizetype rows) const
    {
        return headerHeight + qreal(rows) * (rowHeight + gap);
    }
};

/// One cell: the deeper the colour, the more is met; all met is green. The per cent and the fraction stand in
/// it.
void paintHeatCell(QPainter &painter, const QRectF &rect, const HeatCell &cell, const ChartColours &colours);

/// The whole map. A name too long for its place is elided (the window shows it whole in a tooltip). Rows
/// outside the painter's clip are skipped, so ten thousand systems scroll.
void paintHeatMap(QPainter &painter, const HeatMapLayout &layout, const HeatMap &map,
                  const ChartColours &colours);

/// Plimsoll's own mark: the circle with the horizontal line that ships carry, in one colour.
void paintLoadLine(QPainter &painter, const QRectF &rect, const QColor &colour);

}
