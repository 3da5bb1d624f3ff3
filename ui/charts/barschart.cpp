#include "ui/charts/barschart.h"

#include "ui/theme/fonts.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace plimsoll {

QBrush brushOf(const BarKind &kind, const Colours &colours)
{
    return {statusColour(kind.mark, colours), kind.pattern};
}

BarsChart::BarsChart(const QString &accessibleName, QList<BarKind> kinds, QWidget *parent)
    : ChartView(accessibleName, parent)
    , m_kinds(std::move(kinds))
    , m_bars(new QHorizontalStackedBarSeries)
    , m_names(new QBarCategoryAxis)
    , m_numbers(new QValueAxis)
{
    for (const BarKind &kind : std::as_const(m_kinds)) {
        m_sets.append(new QBarSet(kind.name));
        m_bars->append(m_sets.last());
    }
    m_bars->setBarWidth(0.62);
    chart()->addSeries(m_bars);
    chart()->addAxis(m_names, Qt::AlignLeft);
    chart()->addAxis(m_numbers, Qt::AlignBottom);
    m_bars->attachAxis(m_names);
    m_bars->attachAxis(m_numbers);
    m_names->setGridLineVisible(false);
    m_names->setLabelsVisible(false);
    m_numbers->setLabelFormat(u"%d"_s);
    m_numbers->setTickType(QValueAxis::TicksDynamic);
    dressAnew();
}

void BarsChart::setLines(QList<BarLine> lines)
{
    m_lines = std::move(lines);
    int longest = 0;
    for (int kind = 0; kind < m_sets.size(); ++kind) {
        QBarSet &set = *m_sets[kind];
        set.remove(0, set.count());
        QList<qreal> values;
        std::transform(m_lines.crbegin(), m_lines.crend(), std::back_inserter(values),
                       [kind](const BarLine &line) { return line.counts.at(kind); });
        set.append(values);
    }
    QStringList words;
    QStringList places;
    for (int i = 0; i < m_lines.size(); ++i) {
        places.append(QString::number(i));
        longest = std::max(longest, std::accumulate(m_lines[i].counts.cbegin(), m_lines[i].counts.cend(), 0));
        words.append(wordsOf(i));
    }
    if (places != m_names->categories())
        m_names->setCategories(places);
    constexpr int steps = 4;
    const int step = axisStep(longest, steps);
    m_numbers->setTickInterval(step);
    m_numbers->setRange(0, std::max(1, (longest + step - 1) / step) * step);
    setAccessibleDescription(words.join(u"; "_s));
    dressAnew();
}

/// As wide as the longest, but at most four tenths of the chart.
int BarsChart::labelWidth() const
{
    const QFontMetrics metrics(fontOf(TextKind::Small, font()));
    int widest = 0;
    for (const BarLine &line : m_lines)
        widest = std::max(widest, metrics.horizontalAdvance(shownInLine(line.label)));
    return std::min(widest, width() * 4 / 10 - spacing::wide);
}

void BarsChart::fitWidth()
{
    chart()->setMargins({labelWidth() + spacing::small, spacing::small, spacing::small, 0});
}

/// The labels are painted here: those of the axis are HTML, each of which the chart lays out many times over.
void BarsChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    ChartView::drawForeground(painter, rect);
    if (m_lines.isEmpty())
        return;
    const QRectF plot = chart()->plotArea();
    const qreal height = plot.height() / qreal(m_lines.size());
    const int width = labelWidth();
    painter->setFont(fontOf(TextKind::Small, font()));
    painter->setPen(coloursOf(palette()).text);
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QRectF place(plot.left() - spacing::small - width, plot.top() + qreal(i) * height, width,
                           height);
        const QString label =
            painter->fontMetrics().elidedText(shownInLine(m_lines[i].label), Qt::ElideRight, width);
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, label);
    }
}

void BarsChart::dress(const Colours &colours)
{
    for (int i = 0; i < m_sets.size(); ++i) {
        m_sets[i]->setBrush(brushOf(m_kinds[i], colours));
        m_sets[i]->setPen(QPen(statusColour(m_kinds[i].mark, colours), 1));
    }
}

int BarsChart::wantedHeight() const
{
    const int line = fontMetrics().height() + spacing::medium;
    return int(m_lines.size()) * line + 2 * fontMetrics().height() + spacing::small;
}

int BarsChart::spotAt(const QPointF &point) const
{
    const QRectF plot = chart()->plotArea();
    if (m_lines.isEmpty() || point.y() < plot.top() || point.y() >= plot.bottom() || point.x() > plot.right())
        return -1;
    const int line = int((point.y() - plot.top()) / plot.height() * qreal(m_lines.size()));
    return std::clamp(line, 0, int(m_lines.size()) - 1);
}

QString BarsChart::wordsOf(int spot) const
{
    const BarLine &line = m_lines.at(spot);
    QStringList counts;
    for (int i = 0; i < m_kinds.size(); ++i) {
        if (line.counts.at(i) > 0)
            counts.append(tr("%1: %2").arg(m_kinds[i].name).arg(line.counts.at(i)));
    }
    return line.name + u'\n' + (counts.isEmpty() ? tr("nothing") : counts.join(u", "_s));
}

void BarsChart::choose(int spot)
{
    Q_EMIT lineChosen(spot);
}

}
