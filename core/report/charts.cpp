#include "core/report/charts.h"

#include "core/report/typography.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

/// Slanted lines at a distance of `step` within `rect`, as lines and not as a brush: a brush pattern would be
/// a picture in PDF.
void paintHatch(QPainter &painter, const QRectF &rect, qreal step, qreal slant)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    for (qreal x = rect.left() - rect.height(); x < rect.right() + rect.height(); x += step)
        painter.drawLine(QPointF(x, slant > 0 ? rect.bottom() : rect.top()),
                         QPointF(x + rect.height(), slant > 0 ? rect.top() : rect.bottom()));
    painter.restore();
}

QString cellText(const HeatCell &cell)
{
    if (!cell.fraction || cell.fraction->isEmpty())
        return cell.absence.isEmpty() ? Text::tr("nothing due") : cell.absence;
    return Text::tr("%1 %  (%2/%3)")
        .arg(cell.fraction->percent())
        .arg(cell.fraction->part)
        .arg(cell.fraction->whole);
}

/// First and past-last row that the painter's clip lets through.
std::pair<qsizetype, qsizetype> rowsInSight(const QPainter &painter, const HeatMapLayout &layout,
                                            qsizetype rows)
{
    if (!painter.hasClipping())
        return {0, rows};
    const QRectF visible = painter.clipBoundingRect();
    const qreal step = layout.rowHeight + layout.gap;
    const qreal top = layout.area.top() + layout.headerHeight;
    return {std::clamp<qsizetype>(qsizetype((visible.top() - top) / step), 0, rows),
            std::clamp<qsizetype>(qsizetype((visible.bottom() - top) / step) + 1, 0, rows)};
}

QColor heat(const Fraction &fraction, const ChartColours &colours)
{
    if (fraction.part == fraction.whole)
        return colours.met;
    return blended(colours.panel, colours.accent, 0.08 + 0.55 * fraction.share());
}

}

QString conformityFormula()
{
    return Text::tr("Conformity = met / (applicable and due). Partly met counts 0.");
}

QString progressFormula()
{
    return Text::tr("Progress = answered in every part that is due / (applicable and due).");
}

void paintPhaseRing(QPainter &painter, const QRectF &rect, const Fraction &fraction,
                    const ChartColours &colours)
{
    const qreal side = std::min(rect.width(), rect.height());
    const qreal width = side * 0.13;
    QRectF circle(0, 0, side - width, side - width);
    circle.moveCenter(rect.center());
    painter.save();
    painter.setBrush(Qt::NoBrush);
    // A hairline's colour would be lost on the ground of a selection.
    QColor track = colours.notAnswered;
    track.setAlphaF(0.35F);
    painter.setPen(QPen(track, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(circle);
    if (fraction.part > 0) {
        const bool complete = fraction.part >= fraction.whole;
        painter.setPen(QPen(complete ? colours.met : colours.accent, width, Qt::SolidLine, Qt::FlatCap));
        if (complete)
            painter.drawEllipse(circle);
        else
            painter.drawArc(circle, 90 * 16, -int(fraction.share() * 360 * 16));
    }
    painter.restore();
}

void paintAnswerSwatch(QPainter &painter, const QRectF &rect, AnswerKind kind, const ChartColours &colours)
{
    const std::array inks{colours.met, colours.partly, colours.notMet, colours.notAnswered};
    const QColor &ink = inks.at(size_t(kind));
    const qreal step = rect.height() * 0.5;
    const qreal hairline = rect.height() * 0.07;
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(kind == AnswerKind::Met
                         ? ink
                         : blended(colours.panel, ink, kind == AnswerKind::NotAnswered ? 0.08 : 0.25));
    painter.drawRect(rect);
    painter.setPen(QPen(ink, hairline * 1.6, Qt::SolidLine, Qt::FlatCap));
    if (kind == AnswerKind::PartlyMet || kind == AnswerKind::NotMet)
        paintHatch(painter, rect, step, 1);
    if (kind == AnswerKind::NotMet)
        paintHatch(painter, rect, step, -1);
    painter.setPen(QPen(ink, hairline));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(hairline / 2, hairline / 2, -hairline / 2, -hairline / 2));
    painter.restore();
}

void paintAnswerBar(QPainter &painter, const QRectF &rect, const AnswerCounts &counts,
                    const ChartColours &colours)
{
    if (counts.due() == 0) {
        painter.save();
        painter.setPen(QPen(colours.line, rect.height() * 0.1));
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        painter.restore();
        return;
    }
    const std::array shares{counts.met, counts.partlyMetInFull(), counts.notMetInFull(), counts.open()};
    qreal x = rect.left();
    for (size_t kind = 0; kind < shares.size(); ++kind) {
        const qreal width = rect.width() * shares.at(kind) / counts.due();
        if (width > 0)
            paintAnswerSwatch(painter, {x, rect.top(), width, rect.height()}, AnswerKind(kind), colours);
        x += width;
    }
}

QRectF HeatMapLayout::cell(qsizetype row, qsizetype column) const
{
    const qreal width = (area.width() - labelWidth) / qreal(std::max<qsizetype>(columns, 1));
    return {area.left() + labelWidth + qreal(column) * width,
            area.top() + headerHeight + qreal(row) * (rowHeight + gap), width - gap, rowHeight};
}

QRectF HeatMapLayout::label(qsizetype row) const
{
    return {area.left(), cell(row, 0).top(), labelWidth - gap, rowHeight};
}

QRectF HeatMapLayout::header(qsizetype column) const
{
    const QRectF below = cell(0, column);
    return {below.left(), area.top(), below.width(), headerHeight};
}

void paintHeatCell(QPainter &painter, const QRectF &rect, const HeatCell &cell, const ChartColours &colours)
{
    const bool isEmpty = !cell.fraction || cell.fraction->isEmpty();
    const QColor ground = isEmpty ? colours.chip : heat(*cell.fraction, colours);
    const qreal radius = rect.height() * 0.14;
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, radius, radius);
    painter.setPen(isEmpty ? colours.quietText : readableOn(ground, Qt::white, Qt::black));
    const QFontMetricsF metrics(painter.font(), painter.device());
    const qreal inset = rect.height() * 0.15;
    painter.drawText(rect, Qt::AlignCenter, elided(cellText(cell), metrics, rect.width() - 2 * inset));
    painter.restore();
}

void paintHeatMap(QPainter &painter, const HeatMapLayout &layout, const HeatMap &map,
                  const ChartColours &colours)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    painter.save();
    painter.setPen(colours.quietText);
    for (qsizetype column = 0; column < map.columns.size(); ++column)
        painter.drawText(layout.header(column), Qt::AlignCenter,
                         elided(map.columns[column], metrics, layout.header(column).width()));
    painter.setPen(colours.text);
    const auto [first, last] = rowsInSight(painter, layout, map.rows.size());
    for (qsizetype row = first; row < last; ++row) {
        const QRectF label = layout.label(row);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                         elided(map.rows[row].name, metrics, label.width()));
        for (qsizetype column = 0; column < map.rows[row].cells.size(); ++column)
            paintHeatCell(painter, layout.cell(row, column), map.rows[row].cells[column], colours);
    }
    painter.restore();
}

void paintLoadLine(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    // Proportions of the International Convention on Load Lines: a ring of 300 outside and 25 thick, a line
    // of 450 by 25 whose upper edge passes through the centre.
    const qreal unit = std::min(rect.width(), rect.height()) / 450;
    painter.save();
    painter.translate(rect.center());
    painter.scale(unit, unit);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 25, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(QPointF(), 137.5, 137.5);
    painter.drawLine(QPointF(-225, 12.5), QPointF(225, 12.5));
    painter.restore();
}

}
