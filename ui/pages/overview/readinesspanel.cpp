#include "ui/pages/overview/readinesspanel.h"

#include "core/report/charts.h"
#include "ui/charts/legendsign.h"
#include "ui/charts/readinesschart.h"
#include "ui/pages/overview/sharecolumn.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sidebyside.h"
#include "ui/widgets/tableview.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int charactersSideBySide = 96;
constexpr int tableRows = 8;

using Count = AnswerCounts ReadinessPoint::*;
using Share = Fraction (AnswerCounts::*)() const;

Column<ReadinessPoint> shareOfDay(const QString &header, Count counts, Share share)
{
    return shareColumn<ReadinessPoint>(
        header, [counts, share](const ReadinessPoint &point) { return ((point.*counts).*share)(); });
}

std::vector<Column<ReadinessPoint>> pointColumns()
{
    return {
        {ReadinessPanel::tr("End of"),
         [](const ReadinessPoint &point) {
             return QVariant(point.day);
         }},
        shareOfDay(ReadinessPanel::tr("Shall: conformity"), &ReadinessPoint::shall,
                   &AnswerCounts::conformity),
        shareOfDay(ReadinessPanel::tr("Shall: progress"), &ReadinessPoint::shall, &AnswerCounts::progress),
        shareOfDay(ReadinessPanel::tr("Should: conformity"), &ReadinessPoint::should,
                   &AnswerCounts::conformity),
        shareOfDay(ReadinessPanel::tr("Should: progress"), &ReadinessPoint::should, &AnswerCounts::progress)};
}

}

ReadinessPanel::ReadinessPanel(QWidget *parent)
    : QWidget(parent)
    , m_points([](const ReadinessPoint &point) { return point.day.toString(Qt::ISODate); }, pointColumns())
    , m_says((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
    , m_charts(new QWidget)
    , m_figures(new Disclosure(tr("The same figures as a table")))
    , m_table(new TableView(u"overviewReadiness"_s, tr("Readiness over time")))
{
    auto *panel = new Panel(tr("Readiness over time, all systems"));
    panel->content()->addWidget(m_says);
    (new QVBoxLayout(m_charts))->setContentsMargins(0, 0, 0, 0);
    panel->content()->addWidget(m_charts);
    m_table->setModel(&m_points);
    m_table->suggestWidths({12, 20, 20, 20, 20});
    m_table->setRowsInSight(tableRows);
    connect(m_table, &TableView::opened, this,
            [this](const QModelIndex &index) { Q_EMIT dayChosen(m_points.at(index.row()).day); });
    m_figures->setObjectName(u"overviewReadinessFigures"_s);
    m_figures->content()->addWidget(m_table);
    panel->content()->addWidget(m_figures);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
    sayReading();
}

void ReadinessPanel::sayReading()
{
    m_says->setPlainText(tr("Reading the journal …"));
    m_charts->hide();
    m_figures->hide();
}

void ReadinessPanel::sayMissing(const Error &error)
{
    m_says->setPlainText(error.message);
    m_charts->hide();
    m_figures->hide();
}

void ReadinessPanel::show(const ReadinessHistory &past, const ReadinessPoint &today)
{
    std::vector<ReadinessPoint> points{past.points.cbegin(), past.points.cend()};
    points.push_back(today);
    const bool hasPast = points.size() > 1;
    m_charts->setVisible(hasPast);
    m_figures->setVisible(hasPast);
    if (!hasPast)
        return m_says->setPlainText(
            tr("The record has no past yet: today's counts stand above. From tomorrow on "
               "a line shows how they change, read from the journal."));
    m_says->setPlainText(
        past.redacted == 0
            ? tr("Counted anew from the journal, at the end of each day shown. A click on a day leads to "
                 "what was done until then.")
            : tr("Counted anew from the journal, at the end of each day shown. Edits whose text is withheld "
                 "are missing: %1.")
                  .arg(past.redacted));
    if (!m_shall)
        makeCharts();
    QList<DayCounts> shall;
    QList<DayCounts> should;
    for (const ReadinessPoint &point : points) {
        shall.append({point.day, point.shall});
        should.append({point.day, point.should});
    }
    m_shall->setDays(shall);
    m_should->setDays(should);
    std::reverse(points.begin(), points.end());
    m_points.setRows(std::move(points));
}

void ReadinessPanel::makeCharts()
{
    auto *row = new SideBySide(charactersSideBySide);
    m_shall = chart(tr("Shall"), tr("Shall: conformity and progress over time"), *row);
    m_should = chart(tr("Should"), tr("Should: conformity and progress over time"), *row);
    auto *legend = new QWidget;
    auto *signs = new FlowLayout(legend);
    signs->addWidget(new LegendSign(LineKind{tr("Conformity"), true}));
    signs->addWidget(new LegendSign(LineKind{tr("Progress"), false}));
    m_charts->layout()->addWidget(row);
    m_charts->layout()->addWidget(legend);
    m_charts->layout()->addWidget(
        (new PlainLabel(
             tr("%1 %2 Shall and should are never added.").arg(conformityFormula(), progressFormula()),
             TextKind::Small, Emphasis::Quiet))
            ->wrapped());
}

ReadinessChart *ReadinessPanel::chart(const QString &heading, const QString &accessibleName, SideBySide &row)
{
    auto *made = new ReadinessChart(accessibleName);
    connect(made, &ReadinessChart::dayChosen, this, &ReadinessPanel::dayChosen);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(new PlainLabel(heading, TextKind::Strong));
    column->addWidget(made);
    row.add(part, 1);
    return made;
}

}
