#pragma once

#include "core/report/statusmark.h"
#include "ui/charts/chartview.h"

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace plimsoll {

/// One kind of what the bars count, with the colour of its mark and a pattern of its own.
struct BarKind
{
    QString name;
    StatusMark mark = StatusMark::Met;
    Qt::BrushStyle pattern = Qt::SolidPattern;
};

/// The counts of one line, one a kind.
struct BarLine
{
    QString label; ///< beside the bar
    QString name;  ///< in the tooltip
    QList<int> counts;

    friend bool operator==(const BarLine &, const BarLine &) = default;
};

/// How the colour and pattern of a kind look, in the chart and beside its word in the legend.
QBrush brushOf(const BarKind &kind, const Colours &colours);

/// Lying bars, stacked by kind, over one axis of whole numbers.
class BarsChart final : public ChartView
{
    Q_OBJECT

public:
    BarsChart(const QString &accessibleName, QList<BarKind> kinds, QWidget *parent = nullptr);

    void setLines(QList<BarLine> lines);

Q_SIGNALS:
    void lineChosen(int line);

protected:
    void dress(const Colours &colours) override;
    void fitWidth() override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    [[nodiscard]] int wantedHeight() const override;
    [[nodiscard]] int spotAt(const QPointF &point) const override;
    [[nodiscard]] QString wordsOf(int spot) const override;
    void choose(int spot) override;

private:
    [[nodiscard]] int labelWidth() const;

    QList<BarKind> m_kinds;
    QList<BarLine> m_lines;
    QList<QBarSet *> m_sets;
    QHorizontalStackedBarSeries *m_bars = nullptr;
    QBarCategoryAxis *m_names = nullptr;
    QValueAxis *m_numbers = nullptr;
};

}
