// What a figure of the overview counts is what stands where a click on it leads.
#include "core/catalogue/shippedcatalogue.h"
#include "core/sample/sampleworkspace.h"
#include "core/workspace/workspace.h"
#include "tests/support/windowfixture.h"
#include "ui/charts/readinesschart.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/checklist/phasestates.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/pages/grid/gridpage.h"
#include "ui/pages/journal/journalpage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/overview/phaseabsence.h"
#include "ui/pages/overview/principlespanel.h"
#include "ui/pages/overview/readinesspanel.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/heatmapview.h"
#include "ui/widgets/phasestrip.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class tst_OverviewLeads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(makeSampleWorkspace(sample(), m_clock));
    }

    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        m_session = std::make_unique<Session>(m_window->window(), m_window->jobs(), m_clock, workspacePages);
        m_session->open(sample());
        QTRY_VERIFY(m_session->workspace());
        m_window->window().go({OverviewPage::key, {}});
    }

    void cleanup()
    {
        m_session.reset();
        m_window.reset();
    }

    void aCellOfTheMapLeadsToItsPhaseOfItsSystem()
    {
        auto *map = m_window->find<HeatMapView>(u"overviewMap"_s);
        for (qsizetype phase : {1, 3}) {
            m_window->window().go({OverviewPage::key, {}});
            QTRY_VERIFY(map->isVisible());

            Q_EMIT map->chosen(0, phase);

            QTRY_VERIFY(m_window->window().place().page == QString(SystemPage::key));
            auto *strip = shown<PhaseStrip>();
            QTRY_COMPARE(strip->currentKey(), (*shippedCatalogue())->phases()[size_t(phase)].id);
            QTRY_VERIFY(shown<ItemList>()->phase() == int(phase));
        }
    }

    void whyNothingIsDueInAPhaseIsSaidAlikeOnOverviewAndChecklist()
    {
        const auto catalogue = *shippedCatalogue();
        const Workspace &workspace = *m_session->workspace();
        const auto reader = *workspace.reader();
        QStringList said;
        const auto standings = readStandings(workspace, *catalogue);
        for (const SystemStanding &system : *standings) {
            const auto checklist = readChecklist(*reader, catalogue, system.id, workspace.today());
            const QList<PhaseState> states = phaseStates(*checklist);
            for (int phase = 0; phase < states.size(); ++phase) {
                if (states[phase].absence.isEmpty())
                    continue;
                QCOMPARE(states[phase].absence,
                         phaseAbsence(*catalogue, system.items, system.phase, phase, Verb::Shall));
                said.append(states[phase].absence);
            }
        }
        QVERIFY2(said.contains(u"waits: 2 events"_s), qPrintable(said.join(u' ')));
    }

    void aDayOfTheChartLeadsToWhatWasDoneUntilThen()
    {
        auto *chart = shown<ReadinessChart>();
        chart->grab(); // lays the chart out
        const QRectF plot = chart->chart()->plotArea();

        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, plot.center().toPoint());

        const Place place = m_window->window().place();
        QCOMPARE(place.page, QString(JournalPage::key));
        const QDate day = QDate::fromString(place.target, Qt::ISODate);
        QVERIFY(day.isValid());
        QCOMPARE(m_window->find<DateField>(u"journalUntil"_s)->date(), std::optional(day));
        const auto *entries = shown<TableView>()->model();
        QTRY_VERIFY(entries->rowCount() > 0);
        const QDate newest = QDate::fromString(textOf(*entries, 0, u"When"_s).left(10), Qt::ISODate);
        QVERIFY2(newest.isValid() && newest <= day, qPrintable(textOf(*entries, 0, u"When"_s)));
    }

    void theRowsOfItsTableLeadToTheSameDays()
    {
        auto *figures = m_window->find<TableView>(u"overviewReadiness"_s);
        QTRY_VERIFY(figures->model()->rowCount() > 1);
        const auto day = figures->model()->index(figures->model()->rowCount() - 1, 0);
        const QDate first = day.data().toDate();
        QVERIFY(first.isValid());

        Q_EMIT figures->opened(day);

        QCOMPARE(m_window->window().place(), JournalPage::placeOf(first));
    }

    void aPrincipleLeadsToItsItemsOfTheGridAlone()
    {
        auto *figures = m_window->find<TableView>(u"overviewPrinciples"_s);
        QTRY_COMPARE(figures->model()->rowCount(), 13);

        Q_EMIT figures->opened(figures->model()->index(2, 0));

        const Place place = m_window->window().place();
        QCOMPARE(place.page, QString(GridPage::key));
        const auto *grid = m_window->find<QTableView>(u"grid"_s);
        QTRY_VERIFY(grid->model()->columnCount() > 0 && grid->isColumnHidden(0));
        int visible = 0;
        for (int column = 0; column < grid->model()->columnCount(); ++column) {
            if (grid->isColumnHidden(column))
                continue;
            ++visible;
            const QString item = grid->model()->headerData(column, Qt::Horizontal).toString();
            QVERIFY2(item.startsWith(place.target + u'-'), qPrintable(item));
        }
        QVERIFY(visible > 1);

        m_window->find<QPushButton>(u"grid/all"_s)->click();

        QVERIFY(!grid->isColumnHidden(0));
    }

    void aStateOfTheEvidenceLeadsToAsManyPiecesAsItCounts()
    {
        for (const Freshness freshness : allFreshness) {
            m_window->window().go({OverviewPage::key, {}});
            auto *lead = m_window->find<QPushButton>(u"freshness/"_s + word(freshness));
            QTRY_VERIFY(lead->text().contains(u": "_s));
            const int counted = lead->text().section(u": "_s, -1).toInt();

            lead->click();

            QCOMPARE(m_window->window().place(), EvidencePage::placeOf(freshness));
            QTRY_COMPARE(m_window->find<TableView>(u"evidence"_s)->model()->rowCount(), counted);
        }
    }

private:
    [[nodiscard]] QString sample() const { return m_folder.filePath(u"Sample.plimsoll"_s); }
    /// The first of its kind that the page comes to show.
    template <class Widget>
    Widget *shown() const
    {
        Widget *found = nullptr;
        const auto look = [this, &found] {
            const auto widgets = m_window->window().currentPage()->template findChildren<Widget *>();
            const auto visible = std::find_if(widgets.cbegin(), widgets.cend(),
                                              [](const Widget *widget) { return widget->isVisible(); });
            found = visible == widgets.cend() ? nullptr : *visible;
            return found != nullptr;
        };
        if (!QTest::qWaitFor(look))
            qFatal("The page shows no %s", Widget::staticMetaObject.className());
        return found;
    }
    static QString textOf(const QAbstractItemModel &model, int row, const QString &header)
    {
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.headerData(column, Qt::Horizontal).toString() == header)
                return model.index(row, column).data().toString();
        }
        return {};
    }

    const SystemClock m_clock = {};
    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_window;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(tst_OverviewLeads)
#include "tst_overviewleads.moc"
