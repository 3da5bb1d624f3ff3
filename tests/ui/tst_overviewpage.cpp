#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/answering.h"
#include "core/workspace/registration.h"
#include "tests/support/workspacefixture.h"
#include "ui/charts/barschart.h"
#include "ui/charts/readinesschart.h"
#include "ui/jobs/jobs.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/pages/grid/gridpage.h"
#include "ui/pages/overview/openitemcolumns.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/overview/principlespanel.h"
#include "ui/pages/overview/readinesspanel.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/systems/newsystempage.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/heatmapview.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class tst_OverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_jobs = std::make_unique<Jobs>();
        m_page = std::make_unique<OverviewPage>(m_fixture->workspace(), *m_jobs);
        m_page->resize(1000, 800);
    }

    void cleanup()
    {
        m_page.reset();
        m_jobs.reset();
        m_fixture.reset();
    }

    void aSystemWithAReleaseIsListedWithWhatStandsBeforeIt()
    {
        registerSystem(u"Fraud scoring"_s);

        visit();

        auto *table = m_page->findChild<TableView *>(u"overviewBlockers"_s);
        QTRY_VERIFY(table->model()->rowCount() > 10);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"Fraud scoring"_s);
        QCOMPARE(table->model()->index(0, 4).data().toString(), u"nobody"_s);
    }

    void theTitleStandsWhereItStaysWhileThePageIsRead()
    {
        registerSystem(u"Fraud scoring"_s);
        const auto labels = m_page->findChildren<PlainLabel *>();
        const auto title = std::ranges::find(labels, u"Where do we stand?"_s, &PlainLabel::plainText);
        QVERIFY(title != labels.cend());

        m_page->show();
        const int top = (*title)->y();
        const int height = (*title)->height();
        visit();
        QTRY_VERIFY(m_page->findChild<HeatMapView *>()->isVisible());

        QCOMPARE((*title)->y(), top);
        QCOMPARE((*title)->height(), height);
    }

    void anEmptyWorkspaceLeadsToTheFirstSystem()
    {
        QSignalSpy gone(m_page.get(), &Page::goTo);
        visit();
        auto *hint = m_page->findChild<EmptyHint *>();
        QTRY_VERIFY(hint->isVisibleTo(m_page.get()));

        hint->findChild<QPushButton *>()->click();

        QCOMPARE(gone.count(), 1);
        QCOMPARE(gone.first().first().value<Place>(), (Place{QString(NewSystemPage::key), {}}));
    }

    void aChangeOfTheRecordIsShownWithoutAnotherVisit()
    {
        visit();

        registerSystem(u"Fraud scoring"_s);

        QTRY_VERIFY(m_page->findChild<TableView *>(u"overviewBlockers"_s)->model()->rowCount() > 0);
    }

    void anEntryOfTheListLeadsToItsAnswer()
    {
        const AiSystem system = registerSystem(u"Fraud scoring"_s);
        visit();
        auto *table = m_page->findChild<TableView *>(u"overviewBlockers"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QSignalSpy went(m_page.get(), &Page::goTo);

        Q_EMIT table->opened(table->model()->index(0, 0));

        QCOMPARE(went.size(), 1);
        const auto place = went.first().first().value<Place>();
        QCOMPARE(place.page, u"system"_s);
        QVERIFY(place.target.startsWith(system.id.text() + u"/checklist/5."_s));
    }

    void aLapsedPieceLeadsToItsPlaceAmongTheEvidence()
    {
        registerSystem(u"Fraud scoring"_s);
        Evidence evidence;
        evidence.id = Id<Evidence>::generate(m_fixture->clock());
        evidence.title = u"Red team report"_s;
        evidence.state = DocumentState::Approved;
        evidence.validUntil = m_fixture->workspace().today().addDays(-1);
        m_fixture->commit(ChangeSet(u"Add"_s).create(evidence));
        visit();
        auto *table = m_page->findChild<TableView *>(u"overviewLapsing"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QSignalSpy went(m_page.get(), &Page::goTo);

        Q_EMIT table->opened(table->model()->index(0, 0));

        QCOMPARE(went.size(), 1);
        QCOMPARE(went.first().first().value<Place>(), EvidencePage::placeOf(evidence.id));
    }

    void theChipsLeadToWhatTheyCount()
    {
        const AiSystem system = registerSystem(u"Fraud scoring"_s);
        const QDate yesterday = m_fixture->workspace().today().addDays(-1);
        const auto assessment = m_fixture->all<Assessment>().first();
        const auto late = planAnswers(**m_fixture->workspace().reader(), {{assessment.id, u"5.1.1-1"_s}},
                                      {.answer = Answer::NotMet, .rationale = u"Late"_s, .due = yesterday});
        m_fixture->commit(late->changeSet);
        Evidence lapsed;
        lapsed.id = Id<Evidence>::generate(m_fixture->clock());
        lapsed.title = u"Red team report"_s;
        lapsed.state = DocumentState::Approved;
        lapsed.validUntil = yesterday;
        m_fixture->commit(ChangeSet(u"Add"_s).create(lapsed));
        visit();
        auto *overdue = m_page->findChild<QAbstractButton *>(u"overview/overdue"_s);
        QTRY_VERIFY(overdue->isVisible());
        QCOMPARE(overdue->accessibleName(), u"Overdue: 1"_s);
        QSignalSpy went(m_page.get(), &Page::goTo);

        overdue->setFocus();
        QTest::keyClick(overdue, Qt::Key_Space);

        auto *table = m_page->findChild<TableView *>(u"overviewOverdue"_s);
        QTRY_VERIFY(table->hasFocus());
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
        QTest::keyClick(table, Qt::Key_Return);
        m_page->findChild<QAbstractButton *>(u"overview/lapsed"_s)->click();
        QCOMPARE(went.size(), 2);
        QCOMPARE(went.at(0).first().value<Place>(),
                 SystemPage::placeOf(system.id, u"checklist"_s, u"5.1.1-1"_s));
        QCOMPARE(went.at(1).first().value<Place>(), EvidencePage::placeOf(Freshness::Lapsed));
    }

    void theKeyboardReachesEveryCellOfTheMap()
    {
        const AiSystem system = registerSystem(u"Fraud scoring"_s);
        visit();
        auto *map = m_page->findChild<HeatMapView *>(u"overviewMap"_s);
        QTRY_VERIFY(m_jobs->running().isEmpty() && map->isVisible());
        QSignalSpy went(m_page.get(), &Page::goTo);

        QTest::keyClick(map, Qt::Key_Right);
        QTest::keyClick(map, Qt::Key_Return);
        QTest::keyClick(map, Qt::Key_Left);
        QTest::keyClick(map, Qt::Key_Left);
        QTest::keyClick(map, Qt::Key_Return);

        QCOMPARE(went.size(), 2);
        QCOMPARE(went.at(0).first().value<Place>().target, system.id.text() + u"/checklist/development"_s);
        QCOMPARE(went.at(1).first().value<Place>().target, system.id.text());
    }

    void theChartsShowTheCountsOfTheMapAndLeadToTheirCause()
    {
        registerSystem(u"Fraud scoring"_s);
        visit();
        auto *figures = m_page->findChild<TableView *>(u"overviewPrinciples"_s);
        QTRY_COMPARE(figures->model()->rowCount(), 13);
        auto *chart = m_page->findChild<PrinciplesPanel *>()->findChild<BarsChart *>();
        QVERIFY(chart->accessibleDescription().contains(u"Not answered"_s));
        QSignalSpy went(m_page.get(), &Page::goTo);

        chart->grab(); // lays the chart out
        const QRectF plot = chart->chart()->plotArea();
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {},
                          QPointF(plot.left() + 2, plot.top() + plot.height() / 26).toPoint());
        Q_EMIT figures->opened(figures->model()->index(2, 0));

        QCOMPARE(went.size(), 2);
        QCOMPARE(went.at(0).first().value<Place>(), GridPage::placeOf(u"5.1.1"_s));
        QCOMPARE(went.at(1).first().value<Place>().page, QString(GridPage::key));
        QVERIFY(figures->model()->index(2, 0).data().toString().startsWith(
            went.at(1).first().value<Place>().target));
    }

    void freshnessCountsEveryPieceOnceAndLeadsToThesePieces()
    {
        registerSystem(u"Fraud scoring"_s);
        const QDate today = m_fixture->workspace().today();
        ChangeSet pieces(u"Add"_s);
        for (const int days : {-1, 30, 31, 90, 91}) {
            Evidence evidence;
            evidence.id = Id<Evidence>::generate(m_fixture->clock());
            evidence.title = u"Report %1"_s.arg(days);
            evidence.validUntil = today.addDays(days);
            evidence.state = DocumentState::Approved;
            pieces.create(evidence);
            evidence.id = Id<Evidence>::generate(m_fixture->clock());
            evidence.state = DocumentState::Draft;
            pieces.create(evidence);
        }
        m_fixture->commit(pieces);
        visit();
        const auto words = [this](const QString &freshness) {
            return m_page->findChild<QPushButton *>(u"freshness/"_s + freshness)->text();
        };
        QTRY_COMPARE(words(u"ready"_s), u"Ready: 1"_s);
        QSignalSpy went(m_page.get(), &Page::goTo);

        m_page->findChild<QPushButton *>(u"freshness/lapsed"_s)->click();

        QCOMPARE(words(u"lapsed"_s), u"Lapsed: 1"_s);
        QCOMPARE(words(u"lapses-soon"_s), u"Lapses within 30 days: 1"_s);
        QCOMPARE(words(u"lapses-later"_s), u"Lapses within 31 to 90 days: 2"_s);
        QCOMPARE(words(u"draft"_s), u"Draft: 5"_s);
        QCOMPARE(went.first().first().value<Place>(), EvidencePage::placeOf(Freshness::Lapsed));
    }

    void aRecordOfTodaySaysThatItHasNoPastYet()
    {
        registerSystem(u"Fraud scoring"_s);
        visit();

        auto *panel = m_page->findChild<ReadinessPanel *>();
        const auto says = [panel] {
            QStringList words;
            for (const auto *label : panel->findChildren<PlainLabel *>())
                words.append(label->plainText());
            return words.join(u'\n');
        };

        QTRY_VERIFY(says().contains(u"no past yet"_s));
        QVERIFY(!panel->findChild<ReadinessChart *>());
    }

    void theListsAreSoundModels()
    {
        RecordModel<OpenItem> model(openItemKey, blockerColumns());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        OpenItem item;
        item.item = u"5.1.1-1"_s;

        model.setRows({item});
        item.owner = u"Ana Ruiz"_s;
        model.put(item);
        model.remove(openItemKey(item));

        QCOMPARE(model.rowCount(), 0);
    }

private:
    AiSystem registerSystem(const QString &name)
    {
        const auto catalogue = shippedCatalogue();
        const auto reader = m_fixture->workspace().reader();
        Registration registration;
        registration.system.id = Id<AiSystem>::generate(m_fixture->clock());
        registration.system.number = u"AI-001"_s;
        registration.system.name = name;
        registration.system.plannedRelease = m_fixture->workspace().today().addDays(30);
        registration.preset = (*catalogue)->presets().front().id;
        const auto planned = planRegistration(
            **reader, **catalogue, registration,
            {m_fixture->workspace().today(), m_fixture->workspace().actor(), m_fixture->clock()});
        if (!planned)
            qFatal("%s", qPrintable(planned.error().message));
        m_fixture->commit(*planned);
        return registration.system;
    }

    void visit()
    {
        m_page->show();
        m_page->activate({});
        QTRY_VERIFY(m_jobs->running().isEmpty());
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<OverviewPage> m_page;
};

QTEST_MAIN(tst_OverviewPage)
#include "tst_overviewpage.moc"
