#include "ui/charts/readinesschart.h"

#include "ui/theme/fonts.h"
#include "ui/theme/spacing.h"

#include <QDateTimeAxis>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qint64 longestWithDays = 400; ///< a longer time is labelled by months

qint64 placeOf(QDate day)
{
    return QDateTime(day, QTime(12, 0)).toMSecsSinceEpoch();
}

}

ReadinessChart::ReadinessChart(const QString &accessibleName, QWidget *parent)
    : ChartView(accessibleName, parent)
    , m_time(new QDateTimeAxis)
    , m_conformity(new QLineSeries)
    , m_progress(new QLineSeries)
{
    auto *percent = new QValueAxis;
    percent->setRange(-4, 104); // room for the outer half of a point at 0 or 100 %
    percent->setTickType(QValueAxis::TicksDynamic);
    percent->setTickInterval(25);
    percent->setLabelFormat(u"%d %%"_s);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(percent, Qt::AlignLeft);
    m_time->setGridLineVisible(false);
    for (QLineSeries *line : {m_progress, m_conformity}) {
        chart()->addSeries(line);
        line->attachAxis(m_time);
        line->attachAxis(percent);
        line->setPointsVisible(true);
    }
    dressAnew();
}

void ReadinessChart::setDays(QList<DayCounts> days)
{
    m_days = std::move(days);
    QList<QPointF> conformity;
    QList<QPointF> progress;
    QStringList words;
    for (int i = 0; i < m_days.size(); ++i) {
        const AnswerCounts &counts = m_days[i].counts;
        conformity.append({qreal(placeOf(m_days[i].day)), counts.conformity().share() * 100});
        progress.append({qreal(placeOf(m_days[i].day)), counts.progress().share() * 100});
        words.append(wordsOf(i));
    }
    m_conformity->replace(conformity);
    m_progress->replace(progress);
    if (!m_days.isEmpty()) {
        // Room for the outer half of a point at either end.
        const QDateTime first = m_days.first().day.startOfDay();
        const QDateTime last = m_days.last().day.endOfDay();
        const qint64 room = first.msecsTo(last) / 60;
        m_time->setRange(first.addMSecs(-room), last.addMSecs(room));
    }
    setAccessibleDescription(words.join(u"; "_s));
    dressAnew();
}

void ReadinessChart::dress(const Colours &colours)
{
    const bool isShort = m_days.isEmpty() || m_days.first().day.daysTo(m_days.last().day) <= longestWithDays;
    m_time->setFormat(isShort ? u"yyyy-MM-dd"_s : u"yyyy-MM"_s);
    const qreal thickness = fontMetrics().height() / 7.0;
    m_conformity->setPen(QPen(colours.accent, thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_progress->setPen(QPen(colours.quietText, thickness * 0.7, Qt::DashLine));
    m_conformity->setMarkerSize(thickness * 2.6);
    m_progress->setMarkerSize(thickness * 1.6);
}

void ReadinessChart::fitWidth()
{
    const QFontMetrics metrics(fontOf(TextKind::Small, font()));
    const int label = metrics.horizontalAdvance(u"2026-12-31"_s) + 3 * spacing::large;
    const auto most = int(std::max<qsizetype>(2, m_days.size()));
    m_time->setTickCount(
        std::clamp((width() - metrics.horizontalAdvance(u"100 %"_s)) / label, 2, std::min(7, most)));
}

int ReadinessChart::wantedHeight() const
{
    return fontMetrics().height() * 11;
}

int ReadinessChart::spotAt(const QPointF &point) const
{
    const QRectF plot = chart()->plotArea();
    if (m_days.isEmpty() || !plot.adjusted(-8, -8, 8, 8).contains(point))
        return -1;
    const qreal time = chart()->mapToValue(point, m_conformity).x();
    const auto nearer = [time](const DayCounts &a, const DayCounts &b) {
        return std::abs(qreal(placeOf(a.day)) - time) < std::abs(qreal(placeOf(b.day)) - time);
    };
    return int(std::min_element(m_days.cbegin(), m_days.cend(), nearer) - m_days.cbegin());
}

QString ReadinessChart::wordsOf(int spot) const
{
    const auto &[day, counts] = m_days.at(spot);
    return tr("%1: %2 of %3 met, %4 of %3 answered")
        .arg(day.toString(Qt::ISODate))
        .arg(counts.met)
        .arg(counts.due())
        .arg(counts.progress().part);
}

void ReadinessChart::choose(int spot)
{
    Q_EMIT dayChosen(m_days.at(spot).day);
}

}
