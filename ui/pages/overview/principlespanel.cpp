#include "ui/pages/overview/principlespanel.h"

#include "core/report/charts.h"
#include "ui/charts/legendsign.h"
#include "ui/pages/overview/sharecolumn.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sidebyside.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabrow.h"

#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int charactersSideBySide = 96;
constexpr int tableRows = 13;

using Count = int (*)(const AnswerCounts &);
using Share = Fraction (AnswerCounts::*)() const;

/// A kind of the chart and what it counts.
struct Part
{
    StatusMark mark;
    Qt::BrushStyle pattern;
    Count count;
};

template <auto Number>
int numberOf(const AnswerCounts &counts)
{
    return std::invoke(Number, counts);
}

constexpr std::array due{
    Part{StatusMark::Met, Qt::SolidPattern, numberOf<&AnswerCounts::met>},
    Part{StatusMark::PartlyMet, Qt::BDiagPattern, numberOf<&AnswerCounts::partlyMetInFull>},
    Part{StatusMark::NotMet, Qt::DiagCrossPattern, numberOf<&AnswerCounts::notMetInFull>},
    Part{StatusMark::NotAnswered, Qt::NoBrush, numberOf<&AnswerCounts::open>}};
constexpr std::array notDue{
    Part{StatusMark::Waiting, Qt::Dense4Pattern, numberOf<&AnswerCounts::waiting>},
    Part{StatusMark::ReliedUpon, Qt::VerPattern, numberOf<&AnswerCounts::reliedUpon>},
    Part{StatusMark::NotApplicable, Qt::HorPattern, numberOf<&AnswerCounts::notApplicable>}};

template <class Parts>
QList<BarKind> kindsOf(const Parts &parts)
{
    QList<BarKind> kinds;
    for (const Part &part : parts)
        kinds.append({statusWord(part.mark), part.mark, part.pattern});
    return kinds;
}

/// How the lines of a chart are called; the second of two side by side has no room for titles.
enum class Named { ByTitle, ByClause };

template <class Parts>
QList<BarLine> linesOf(const std::vector<PrincipleCounts> &principles, const Parts &parts, Named named)
{
    QList<BarLine> lines;
    for (const PrincipleCounts &principle : principles) {
        const QString name = principle.clause + u"  "_s + principle.title;
        BarLine line{named == Named::ByTitle ? name : principle.clause, name, {}};
        for (const Part &part : parts)
            line.counts.append(part.count(principle.counts));
        lines.append(line);
    }
    return lines;
}

Column<PrincipleCounts> shareOfPrinciple(const QString &header, Share share)
{
    return shareColumn<PrincipleCounts>(
        header, [share](const PrincipleCounts &line) { return (line.counts.*share)(); });
}

std::vector<Column<PrincipleCounts>> columns()
{
    std::vector<Column<PrincipleCounts>> all{
        Column<PrincipleCounts>(
            PrinciplesPanel::tr("Principle"),
            [](const PrincipleCounts &line) { return line.clause + u"  "_s + line.title; }),
        shareOfPrinciple(PrinciplesPanel::tr("Conformity"), &AnswerCounts::conformity),
        shareOfPrinciple(PrinciplesPanel::tr("Progress"), &AnswerCounts::progress)};
    const auto add = [&all](const Part &part) {
        all.push_back(
            Column<PrincipleCounts>(statusWord(part.mark), [count = part.count](const PrincipleCounts &line) {
                return count(line.counts);
            }).alignedRight());
    };
    std::for_each(due.cbegin(), due.cend(), add);
    std::for_each(notDue.cbegin(), notDue.cend(), add);
    return all;
}

template <class Parts>
BarsChart *addChart(const QString &heading, const QString &accessibleName, const Parts &parts, int share,
                    SideBySide &row)
{
    auto *chart = new BarsChart(accessibleName, kindsOf(parts));
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget((new PlainLabel(heading, TextKind::Strong))->wrapped());
    column->addWidget(chart);
    auto *legend = new QWidget;
    auto *signs = new FlowLayout(legend);
    for (const BarKind &kind : kindsOf(parts))
        signs->addWidget(new LegendSign(kind));
    column->addWidget(legend);
    column->addStretch(1);
    row.add(part, share);
    return chart;
}

}

PrinciplesPanel::PrinciplesPanel(QWidget *parent)
    : QWidget(parent)
    , m_lines([](const PrincipleCounts &line) { return line.clause; }, columns())
    , m_verb(new TabRow(tr("Which verb the principles show")))
    , m_charts(new QWidget)
    , m_table(new TableView(u"overviewPrinciples"_s, tr("Answers by principle")))
{
    auto *panel = new Panel(tr("Answers by principle, all systems"));
    m_verb->setObjectName(u"principlesVerb"_s);
    m_verb->addKey(u"shall"_s, tr("Shall"));
    m_verb->addKey(u"should"_s, tr("Should"));
    connect(m_verb, &TabRow::keyChosen, this, &PrinciplesPanel::showVerb);
    panel->addBesideHeading(m_verb);
    (new QVBoxLayout(m_charts))->setContentsMargins(0, 0, 0, 0);
    panel->content()->addWidget(m_charts);
    panel->content()->addWidget(
        (new PlainLabel(tr("%1 %2 What is not due is counted apart. A click on a bar leads to the answers of "
                           "the principle.")
                            .arg(conformityFormula(), progressFormula()),
                        TextKind::Small, Emphasis::Quiet))
            ->wrapped());
    m_table->setModel(&m_lines);
    m_table->suggestWidths({36, 18, 18, 8, 10, 9, 13, 11, 12, 14});
    m_table->setRowsInSight(tableRows);
    connect(m_table, &TableView::opened, this,
            [this](const QModelIndex &index) { Q_EMIT principleChosen(m_lines.at(index.row()).clause); });
    auto *figures = new Disclosure(tr("The same figures as a table"));
    figures->setObjectName(u"overviewPrinciplesFigures"_s);
    figures->content()->addWidget(m_table);
    panel->content()->addWidget(figures);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
}

void PrinciplesPanel::show(const Catalogue &catalogue, const RollUp &counts)
{
    m_shall.clear();
    m_should.clear();
    for (size_t i = 0; i < catalogue.principles().size(); ++i) {
        const Principle &principle = catalogue.principles()[i];
        m_shall.push_back({principle.clause, principle.title, counts.principles.at(i).shall});
        m_should.push_back({principle.clause, principle.title, counts.principles.at(i).should});
    }
    if (!m_due)
        makeCharts();
    showVerb();
}

void PrinciplesPanel::makeCharts()
{
    auto *row = new SideBySide(charactersSideBySide);
    m_due = addChart(tr("Applicable and due"), tr("Answers by principle: applicable and due"), due, 64, *row);
    m_notDue = addChart(tr("Not due, or not ours to answer"),
                        tr("Answers by principle: waiting, relied upon, not applicable"), notDue, 36, *row);
    m_charts->layout()->addWidget(row);
    for (BarsChart *chart : {m_due, m_notDue})
        connect(chart, &BarsChart::lineChosen, this,
                [this](int line) { Q_EMIT principleChosen(m_shall.at(size_t(line)).clause); });
}

void PrinciplesPanel::showVerb()
{
    if (!m_due)
        return;
    const auto &lines = m_verb->currentKey() == "should"_L1 ? m_should : m_shall;
    m_due->setLines(linesOf(lines, due, Named::ByTitle));
    m_notDue->setLines(linesOf(lines, notDue, Named::ByClause));
    m_lines.setRows(lines);
}

}
