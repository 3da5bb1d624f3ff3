#pragma once

#include "core/assessment/answercounts.h"
#include "ui/charts/chartview.h"

#include <QDate>

class QDateTimeAxis;
class QLineSeries;

namespace plimsoll {

/// The counts of one verb at the end of a day.
struct DayCounts
{
    QDate day;
    AnswerCounts counts;

    friend bool operator==(const DayCounts &, const DayCounts &) = default;
};

/// Conformity (a whole line) and progress (a dashed one) over time, in per cent, of one verb.
class ReadinessChart final : public ChartView
{
    Q_OBJECT

public:
    explicit ReadinessChart(const QString &accessibleName, QWidget *parent = nullptr);

    void setDays(QList<DayCounts> days);

Q_SIGNALS:
    void dayChosen(QDate day);

protected:
    void dress(const Colours &colours) override;
    void fitWidth() override;
    [[nodiscard]] int wantedHeight() const override;
    [[nodiscard]] int spotAt(const QPointF &point) const override;
    [[nodiscard]] QString wordsOf(int spot) const override;
    void choose(int spot) override;

private:
    QList<DayCounts> m_days;
    QDateTimeAxis *m_time = nullptr;
    QLineSeries *m_conformity = nullptr;
    QLineSeries *m_progress = nullptr;
};

}
