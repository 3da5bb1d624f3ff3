#include "ui/pages/overview/freshnesspanel.h"

#include "ui/charts/barschart.h"
#include "ui/pages/evidence/evidencewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// By Freshness.
constexpr std::array looks{
    std::pair{StatusMark::Met, Qt::SolidPattern}, std::pair{StatusMark::Waiting, Qt::Dense4Pattern},
    std::pair{StatusMark::PartlyMet, Qt::BDiagPattern}, std::pair{StatusMark::NotMet, Qt::DiagCrossPattern},
    std::pair{StatusMark::NotAnswered, Qt::NoBrush}};

}

FreshnessPanel::FreshnessPanel(QWidget *parent)
    : QWidget(parent)
    , m_says((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
    , m_charts(new QWidget)
    , m_leads(new QWidget)
    , m_row(new FlowLayout(m_leads))
{
    auto *panel = new Panel(tr("Freshness of the evidence"));
    panel->content()->addWidget(m_says);
    (new QVBoxLayout(m_charts))->setContentsMargins(0, 0, 0, 0);
    panel->content()->addWidget(m_charts);
    for (const Freshness freshness : allFreshness) {
        auto *lead = button(title(freshness), ButtonKind::Quiet);
        lead->setObjectName(u"freshness/"_s + word(freshness));
        connect(lead, &QPushButton::clicked, this, [this, freshness] { Q_EMIT freshnessChosen(freshness); });
        m_buttons.append(lead);
        m_row->addWidget(lead);
    }
    onlyReads(*m_leads);
    panel->content()->addWidget(m_leads);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
}

void FreshnessPanel::show(const FreshnessCounts &counts)
{
    m_charts->setVisible(counts.total() > 0);
    m_leads->setVisible(counts.total() > 0);
    m_says->setPlainText(
        counts.total() == 0
            ? tr("No evidence yet. Attach files or links on the page Evidence or on an item of a checklist; "
                 "here stands how many of them are ready, and how many lapse.")
            : tr("Pieces of evidence: %1, each counted once. A draft never makes “met”, whatever its dates "
                 "say.")
                  .arg(counts.total()));
    if (counts.total() == 0)
        return;
    if (!m_chart) {
        QList<BarKind> kinds;
        for (const Freshness freshness : allFreshness)
            kinds.append({title(freshness), looks[size_t(freshness)].first, looks[size_t(freshness)].second});
        m_chart = new BarsChart(tr("Freshness of the evidence"), kinds);
        connect(m_chart, &BarsChart::lineChosen, this,
                [this](int line) { Q_EMIT freshnessChosen(allFreshness.at(size_t(line))); });
        m_charts->layout()->addWidget(m_chart);
    }
    QList<BarLine> lines;
    for (const Freshness freshness : allFreshness) {
        const QString name = tr("%1: %2").arg(title(freshness)).arg(counts.of(freshness));
        BarLine line{name, name, QList<int>(allFreshness.size(), 0)};
        line.counts[qsizetype(freshness)] = counts.of(freshness);
        lines.append(line);
        m_buttons[qsizetype(freshness)]->setText(name);
        m_buttons[qsizetype(freshness)]->setEnabled(counts.of(freshness) > 0);
    }
    m_chart->setLines(lines);
}

}
