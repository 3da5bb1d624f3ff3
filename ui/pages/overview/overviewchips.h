#pragma once

#include "core/workspace/overview.h"

#include <QWidget>

namespace plimsoll {

class Chip;
class ChipButton;

/// How many systems there are, and what of them is late: each leads to what it counts.
class OverviewChips final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewChips(QWidget *parent = nullptr);

    void setOverview(const Overview &overview);

Q_SIGNALS:
    void overdueChosen();
    void freshnessChosen(plimsoll::Freshness freshness);

private:
    Chip *m_systems = nullptr;
    ChipButton *m_overdue = nullptr;
    ChipButton *m_lapsing = nullptr;
    ChipButton *m_lapsed = nullptr;
};

}
