#include "ui/pages/overview/overviewpage.h"

#include "core/base/calledname.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/pages/grid/gridpage.h"
#include "ui/pages/journal/journalpage.h"
#include "ui/pages/overview/freshnesspanel.h"
#include "ui/pages/overview/openitemcolumns.h"
#include "ui/pages/overview/overviewchips.h"
#include "ui/pages/overview/phaseabsence.h"
#include "ui/pages/overview/principlespanel.h"
#include "ui/pages/overview/readinesspanel.h"
#include "ui/pages/platforms/platformspage.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/systems/newsystempage.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/answerbars.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/heatmapview.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabrow.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype systemsWithoutFilter = 12;

template <class T>
void showRows(RecordModel<T> &model, const QList<T> &rows, TableView &table)
{
    model.setRows({rows.cbegin(), rows.cend()});
    table.setRowsInSight(std::clamp(int(rows.size()), 1, 8));
    table.setVisible(!rows.isEmpty());
}

}

OverviewPage::OverviewPage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("Overview"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_blockers(openItemKey, blockerColumns())
    , m_overdue(openItemKey, overdueColumns())
    , m_lapsing([](const LapsingEvidence &evidence) { return evidence.id.text(); },
                {Column<LapsingEvidence>(tr("Valid until"),
                                         [](const LapsingEvidence &e) { return QVariant(e.validUntil); }),
                 Column<LapsingEvidence>(tr("Evidence"), [](const LapsingEvidence &e) { return e.title; }),
                 Column<LapsingEvidence>(tr("Used"), [](const LapsingEvidence &e) {
                     return e.uses;
                 }).alignedRight()})
{
    content()->addWidget((new PlainLabel(tr("Where do we stand?"), TextKind::Title))->wrapped());
    m_chips = new OverviewChips;
    connect(m_chips, &OverviewChips::overdueChosen, this, &OverviewPage::goToOverdue);
    connect(m_chips, &OverviewChips::freshnessChosen, this,
            [this](Freshness freshness) { Q_EMIT goTo(EvidencePage::placeOf(freshness)); });
    content()->addWidget(m_chips);

    m_empty =
        new EmptyHint(tr("No system is registered yet"),
                      tr("The overview shows where every AI system stands in each of the five phases, what "
                         "blocks its release and what is late. Register the first system to see it here."),
                      tr("Register a system"));
    connect(m_empty, &EmptyHint::stepTaken, this, [this] { Q_EMIT goTo({NewSystemPage::key, {}}); });
    m_empty->hide();
    content()->addWidget(m_empty, 1);

    m_body = new QWidget;
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::medium);
    column->addWidget(buildMap());
    column->addWidget(buildBlockers());
    column->addWidget(buildOverdue());
    column->addWidget(buildLapsing());
    buildCharts(*column);
    column->addStretch(1);
    m_body->hide();
    m_chips->hide();
    content()->addWidget(m_body, 1);
    content()->addStretch(0); // below the title, while there is nothing else yet

    connect(&workspace, &Workspace::changed, this, &OverviewPage::outdate);
    connect(&workspace, &Workspace::changedElsewhere, this, &OverviewPage::outdate);
    connect(&banner(), &Banner::acted, this, &OverviewPage::read);
}

QWidget *OverviewPage::buildMap()
{
    auto *panel = new Panel(tr("Conformity by lifecycle phase"));
    m_verb = new TabRow(tr("Which verb the map shows"));
    m_verb->setObjectName(u"overviewVerb"_s);
    m_verb->addKey(u"shall"_s, tr("Shall"));
    m_verb->addKey(u"should"_s, tr("Should"));
    connect(m_verb, &TabRow::keyChosen, this, &OverviewPage::showMap);
    panel->addBesideHeading(m_verb);
    m_find = new QLineEdit;
    m_find->setObjectName(u"overviewFind"_s);
    m_find->setPlaceholderText(tr("Find a system"));
    m_find->setAccessibleName(tr("Find a system"));
    m_find->setClearButtonEnabled(true);
    onlyReads(*m_find);
    connect(m_find, &QLineEdit::textChanged, this, &OverviewPage::showMap);
    panel->content()->addWidget(m_find);
    m_outdatedSay = (new PlainLabel({}, TextKind::Strong))->wrapped();
    m_outdatedSay->setObjectName(u"overview/outdated"_s);
    panel->content()->addWidget(m_outdatedSay);
    m_map = new HeatMapView(tr("Systems by lifecycle phase"));
    m_map->setObjectName(u"overviewMap"_s);
    connect(m_map, &HeatMapView::chosen, this, &OverviewPage::openCell);
    panel->content()->addWidget(m_map);
    panel->content()->addWidget(
        (new PlainLabel(tr("%1 Shall and should are never added.").arg(conformityFormula()), TextKind::Small,
                        Emphasis::Quiet))
            ->wrapped());
    return panel;
}

QWidget *OverviewPage::buildBlockers()
{
    auto *panel = new Panel(tr("What blocks the next releases"));
    m_blockersSay = (new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped();
    panel->content()->addWidget(m_blockersSay);
    m_blockersTable = new TableView(u"overviewBlockers"_s, tr("Open shall provisions by planned release"));
    m_blockersTable->setModel(&m_blockers);
    m_blockersTable->suggestWidths({11, 20, 40, 24, 16, 11});
    connect(m_blockersTable, &TableView::opened, this,
            [this](const QModelIndex &index) { openItem(m_blockers.at(index.row())); });
    panel->content()->addWidget(m_blockersTable);
    return panel;
}

QWidget *OverviewPage::buildOverdue()
{
    auto *panel = new Panel(tr("What is late"));
    m_overdueSay = (new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped();
    panel->content()->addWidget(m_overdueSay);
    m_overdueTable = new TableView(u"overviewOverdue"_s, tr("Answers whose due date has passed"));
    m_overdueTable->setModel(&m_overdue);
    m_overdueTable->suggestWidths({11, 20, 46, 12, 16});
    connect(m_overdueTable, &TableView::opened, this,
            [this](const QModelIndex &index) { openItem(m_overdue.at(index.row())); });
    panel->content()->addWidget(m_overdueTable);
    return panel;
}

QWidget *OverviewPage::buildLapsing()
{
    auto *panel = new Panel(tr("Evidence about to lapse"));
    m_lapsingSay = (new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped();
    panel->content()->addWidget(m_lapsingSay);
    m_lapsingTable = new TableView(u"overviewLapsing"_s, tr("Evidence that has lapsed or lapses soon"));
    m_lapsingTable->setModel(&m_lapsing);
    m_lapsingTable->suggestWidths({12, 60, 8});
    connect(m_lapsingTable, &TableView::opened, this, [this](const QModelIndex &index) {
        Q_EMIT goTo(EvidencePage::placeOf(m_lapsing.at(index.row()).id));
    });
    panel->content()->addWidget(m_lapsingTable);
    return panel;
}

QWidget *OverviewPage::buildMinimum()
{
    auto *panel = new Panel(tr("Minimum set, all systems"));
    m_minimum = new AnswerBars(tr("Answers to the minimum set"));
    panel->content()->addWidget(m_minimum);
    panel->content()->addWidget(
        (new PlainLabel(tr("The minimum set is our judgement of what to begin with; the standard names none. "
                           "The bar counts what applies and is due. %1")
                            .arg(conformityFormula()),
                        TextKind::Small, Emphasis::Quiet))
            ->wrapped());
    return panel;
}

void OverviewPage::buildCharts(QVBoxLayout &column)
{
    m_readiness = new ReadinessPanel;
    connect(m_readiness, &ReadinessPanel::dayChosen, this,
            [this](QDate day) { Q_EMIT goTo(JournalPage::placeOf(day)); });
    m_principles = new PrinciplesPanel;
    connect(m_principles, &PrinciplesPanel::principleChosen, this,
            [this](const QString &clause) { Q_EMIT goTo(GridPage::placeOf(clause)); });
    m_freshness = new FreshnessPanel;
    connect(m_freshness, &FreshnessPanel::freshnessChosen, this,
            [this](Freshness freshness) { Q_EMIT goTo(EvidencePage::placeOf(freshness)); });
    column.addWidget(m_readiness);
    column.addWidget(m_principles);
    column.addWidget(buildMinimum());
    column.addWidget(m_freshness);
}

void OverviewPage::activate(const QString &)
{
    if (m_isOutdated)
        read();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isOutdated)
        read();
}

void OverviewPage::outdate()
{
    m_isOutdated = true;
    if (isVisible())
        read();
}

void OverviewPage::read()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_isOutdated = false;
    banner().hide();
    m_jobs.run<Overview>(
        tr("Read where the systems stand"),
        [&workspace = m_workspace, catalogue = m_catalogue](const Progress &progress) -> Result<Overview> {
            const auto held = shippedCatalogue(catalogue);
            if (!held)
                return tl::unexpected(held.error());
            return readOverview(workspace, *held, progress);
        },
        this, [this](Result<Overview> overview) { receive(std::move(overview)); });
}

void OverviewPage::receive(Result<Overview> overview)
{
    m_isReading = false;
    if (!overview)
        return banner().say(overview.error(), tr("Read again"));
    if (!m_catalogue) {
        auto catalogue = shippedCatalogue();
        if (!catalogue)
            return banner().say(catalogue.error());
        m_catalogue = *catalogue;
    }
    m_overview = std::move(*overview);
    m_empty->setVisible(m_overview.systems.empty());
    m_body->setVisible(!m_overview.systems.empty());
    m_chips->setOverview(m_overview);
    showWords();
    showMap();
    showRows(m_blockers, m_overview.blockers.listed, *m_blockersTable);
    showRows(m_overdue, m_overview.overdue.listed, *m_overdueTable);
    showRows(m_lapsing, m_overview.lapsing, *m_lapsingTable);
    // What is read first is seen first.
    QTimer::singleShot(0, this, &OverviewPage::showCharts);
    if (m_isOutdated && isVisible())
        read();
}

void OverviewPage::showWords()
{
    QStringList toSettle{inWords(m_overview.outdated), inWords(m_overview.scope)};
    toSettle.removeAll(QString());
    m_outdatedSay->setVisible(!toSettle.isEmpty());
    m_outdatedSay->setPlainText(toSettle.join(u'\n'));
    const bool isReleasePlanned = std::ranges::any_of(
        m_overview.systems, [](const SystemStanding &system) { return system.plannedRelease.has_value(); });
    m_blockersSay->setPlainText(
        !isReleasePlanned ? tr("No system has a planned release. With its day on the tab Profile, what is "
                               "open stands here.")
        : m_overview.blockers.inAll == 0 ? tr("Nothing that shall be done stands before a planned release.")
                                         : tr("Shall items that are open, not reconfirmed or not approved: "
                                              "%1. Planned releases they stand before: %2. "
                                              "Enter or a double click leads "
                                              "to the answer.")
                                               .arg(m_overview.blockers.inAll)
                                               .arg(m_overview.blockers.releases));
    m_overdueSay->setPlainText(
        m_overview.overdue.inAll == 0
            ? tr("No open answer is past its due date.")
            : tr("Open answers past their due date: %1, a common answer counted once, whichever systems take "
                 "it over. The filter “Overdue” of a checklist shows those of one system.")
                  .arg(m_overview.overdue.inAll));
    m_lapsingSay->setPlainText(m_overview.lapsing.isEmpty()
                                   ? tr("No evidence lapses within %1 days.").arg(lapsingDays)
                                   : tr("Renew it, or say until when it is valid, before an auditor asks."));
}

void OverviewPage::showMap()
{
    if (!m_catalogue)
        return;
    const QString words = m_find->text().trimmed();
    m_find->setVisible(m_overview.systems.size() > size_t(systemsWithoutFilter));
    m_shownSystems.clear();
    for (size_t i = 0; i < m_overview.systems.size(); ++i) {
        const SystemStanding &system = m_overview.systems[i];
        if (words.isEmpty() || system.name.contains(words, Qt::CaseInsensitive) ||
            system.number.contains(words, Qt::CaseInsensitive))
            m_shownSystems.push_back(i);
    }
    QStringList columns;
    for (const Phase &phase : m_catalogue->phases())
        columns.append(shortTitle(phase));
    m_map->setMap(columns, qsizetype(m_shownSystems.size()),
                  [this](qsizetype row) { return rowOf(m_overview.systems[m_shownSystems[size_t(row)]]); });
}

HeatRow OverviewPage::rowOf(const SystemStanding &system) const
{
    const bool isShall = m_verb->currentKey() != "should"_L1;
    const RollUp counts = rollUpOf(*m_catalogue, system);
    HeatRow row{calledName(system.name, system.version), {}};
    for (size_t phase = 0; phase < counts.phases.size(); ++phase) {
        const AnswerCounts &answers = isShall ? counts.phases[phase].shall : counts.phases[phase].should;
        if (answers.due() > 0)
            row.cells.append({answers.conformity(), {}});
        else
            row.cells.append({std::nullopt, phaseAbsence(*m_catalogue, system.items, system.phase, int(phase),
                                                         isShall ? Verb::Shall : Verb::Should)});
    }
    return row;
}

void OverviewPage::showCharts()
{
    if (!m_catalogue || m_overview.systems.empty())
        return;
    m_minimum->setBars({{tr("Minimum set"), m_overview.inAll.whole.minimum}});
    m_principles->show(*m_catalogue, m_overview.inAll);
    m_freshness->show(m_overview.evidence);
    readPast();
}

void OverviewPage::readPast()
{
    const ReadinessPoint now = pointOf(m_overview);
    if (m_past && m_pastUntil == now.day)
        return m_readiness->show(*m_past, now);
    if (m_isReadingPast)
        return;
    m_isReadingPast = true;
    m_readiness->sayReading();
    m_jobs.run<ReadinessHistory>(
        tr("Read the journal for readiness over time"),
        [&workspace = m_workspace, catalogue = m_catalogue, now](const Progress &progress) {
            return readReadinessHistory(workspace, *catalogue, now, progress);
        },
        this,
        [this, today = now.day](Result<ReadinessHistory> past) { receivePast(today, std::move(past)); });
}

void OverviewPage::receivePast(QDate today, Result<ReadinessHistory> past)
{
    m_isReadingPast = false;
    if (!past)
        return m_readiness->sayMissing(past.error());
    m_past = std::move(*past);
    m_pastUntil = today;
    readPast();
}

void OverviewPage::openCell(qsizetype row, qsizetype column)
{
    const SystemStanding &system = m_overview.systems[m_shownSystems[size_t(row)]];
    if (column < 0)
        return Q_EMIT goTo(SystemPage::placeOf(system.id));
    Q_EMIT goTo(SystemPage::placeOf(system.id, u"checklist"_s, m_catalogue->phases()[size_t(column)].id));
}

void OverviewPage::goToOverdue()
{
    m_overdueTable->selectRow(0);
    m_overdueTable->setFocus(Qt::OtherFocusReason);
    bringIntoSight(*m_overdueTable);
}

void OverviewPage::openItem(const OpenItem &item)
{
    Q_EMIT goTo(item.platform ? PlatformsPage::placeOf(*item.platform, item.item)
                              : SystemPage::placeOf(item.system, u"checklist"_s, item.item));
}

}
