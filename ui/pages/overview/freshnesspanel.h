#pragma once

#include "core/evidence/freshness.h"

#include <QWidget>

class QPushButton;

namespace plimsoll {

class BarsChart;
class FlowLayout;
class PlainLabel;

/// How fresh is our evidence? How many pieces are ready, lapse soon, have lapsed or are drafts; each leads to
/// these pieces.
class FreshnessPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FreshnessPanel(QWidget *parent = nullptr);

    void show(const FreshnessCounts &counts);

Q_SIGNALS:
    void freshnessChosen(plimsoll::Freshness freshness);

private:
    PlainLabel *m_says = nullptr;
    QWidget *m_charts = nullptr;
    QWidget *m_leads = nullptr; ///< the same figures as buttons, for the keyboard
    FlowLayout *m_row = nullptr;
    BarsChart *m_chart = nullptr; ///< made when there is something to show
    QList<QPushButton *> m_buttons;
};

}
