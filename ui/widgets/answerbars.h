#pragma once

#include "core/assessment/answercounts.h"

#include <QWidget>

namespace plimsoll {

/// One name and its counts.
struct AnswerBar
{
    QString name;
    AnswerCounts counts;

    friend bool operator==(const AnswerBar &, const AnswerBar &) = default;
};

/// Bars stacked by answer, one below the other, each with its fraction, under one legend.
class AnswerBars final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerBars(const QString &accessibleName, QWidget *parent = nullptr);

    void setBars(QList<AnswerBar> bars);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int rowStep() const;
    void paintLegend(QPainter &painter, int top) const;

    QList<AnswerBar> m_bars;
};

}
