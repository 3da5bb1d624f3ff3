#include "ui/pages/overview/overviewchips.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/chipbutton.h"
#include "ui/widgets/flowlayout.h"

using namespace Qt::StringLiterals;

namespace plimsoll {

OverviewChips::OverviewChips(QWidget *parent)
    : QWidget(parent)
    , m_systems(new Chip({}))
    , m_overdue(new ChipButton(tr("Shows the answers whose due date has passed")))
    , m_lapsing(new ChipButton(tr("Shows the evidence that lapses soon")))
    , m_lapsed(new ChipButton(tr("Shows the evidence that has lapsed")))
{
    m_overdue->setObjectName(u"overview/overdue"_s);
    m_lapsing->setObjectName(u"overview/lapsing"_s);
    m_lapsed->setObjectName(u"overview/lapsed"_s);
    auto *row = new FlowLayout(this);
    row->addWidget(m_systems);
    for (ChipButton *chip : {m_overdue, m_lapsing, m_lapsed})
        row->addWidget(chip);
    m_overdue->chip().setMark(StatusMark::NotMet);
    m_lapsing->chip().setMark(StatusMark::Waiting);
    m_lapsed->chip().setMark(StatusMark::NotMet);
    connect(m_overdue, &ChipButton::clicked, this, &OverviewChips::overdueChosen);
    connect(m_lapsing, &ChipButton::clicked, this, [this] { Q_EMIT freshnessChosen(Freshness::LapsesSoon); });
    connect(m_lapsed, &ChipButton::clicked, this, [this] { Q_EMIT freshnessChosen(Freshness::Lapsed); });
}

void OverviewChips::setOverview(const Overview &overview)
{
    m_systems->setText(
        overview.outOfScope > 0
            ? tr("Systems: %1, and %2 out of scope").arg(overview.systems.size()).arg(overview.outOfScope)
            : tr("Systems: %1").arg(overview.systems.size()));
    const auto say = [](ChipButton *chip, const QString &words, int count) {
        chip->setWords(words.arg(count));
        chip->setVisible(count > 0);
    };
    say(m_overdue, tr("Overdue: %1"), overview.overdue.inAll);
    say(m_lapsing, tr("Evidence lapsing within %1 days: %2").arg(lapsingDays), overview.lapsingInAll);
    say(m_lapsed, tr("Evidence lapsed: %1"), overview.lapsedInAll);
    setVisible(!overview.systems.empty());
}

}
