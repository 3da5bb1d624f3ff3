// A package that is read in the window in place of a workspace, as an auditor does.
#include "core/assessment/response.h"
#include "core/delivery/exportpackage.h"
#include "core/evidence/evidence.h"
#include "core/workspace/assessing.h"
#include "tests/support/bag.h"
#include "tests/support/sessionfixture.h"
#include "ui/mainwindow/recentworkspaces.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabrow.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class PackageVisitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qputenv("TMPDIR", m_temporary.path().toLocal8Bit());
        m_shown = std::make_unique<SessionFixture>();
    }
    void cleanup()
    {
        m_shown.reset();
        QCOMPARE(unpacked(), QStringList());
    }

    void anAuditorReadsAPackageInTheWindowAndChangesNothing()
    {
        const Issued package = issued(PackageForm::Zip);
        const auto before = contentOf(m_shown->bank.fixture.path({}));
        const QStringList recent = recentWorkspaces();

        readFromTheCheck(package.path);
        int places = 0;
        for (const Place &place : m_shown->shown.everyPlace(m_shown->bank.fraud.id)) {
            m_shown->go(place);
            QCOMPARE(m_shown->window().place().page, place.page);
            QVERIFY2(bannerWords().contains(u"The package out.zip is open for reading only"_s),
                     qPrintable(place.page));
            QVERIFY(bannerWords().contains(u"Who made it is not proven"_s));
            QVERIFY2(m_shown->shown.said().isEmpty(), qPrintable(m_shown->shown.said()));
            ++places;
        }

        QVERIFY(places > 10);
        QCOMPARE(names(m_shown->all<AiSystem>()), names({m_shown->bank.fraud}));
        QVERIFY(!m_shown->find<QWidget>(u"systems/new"_s)->isEnabled());
        QVERIFY(!m_shown->find<QPushButton>(u"packages/issue"_s)->isEnabled());
        QVERIFY(!m_shown->workspace().readyToWrite());
        QCOMPARE(recentWorkspaces(), recent);
        QVERIFY(contentOf(m_shown->bank.fixture.path({})) == before);
    }

    void everyPageIsOfUseToEverybodyThen()
    {
        readFromTheCheck(issued(PackageForm::Zip).path);
        QStringList faults;
        for (const Place &place : m_shown->shown.everyPlace(m_shown->bank.fraud.id)) {
            if (place.page == u"importregister"_s)
                continue; // nothing leads there
            m_shown->go(place);
            for (const QString &fault : m_shown->shown.faults())
                faults.append(place.page + u' ' + place.target + u": "_s + fault);
        }

        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void theEvidenceInItIsLookedAt_data()
    {
        QTest::addColumn<PackageForm>("form");
        QTest::newRow("ZIP file") << PackageForm::Zip;
        QTest::newRow("folder") << PackageForm::Folder;
    }

    void theEvidenceInItIsLookedAt()
    {
        QFETCH(PackageForm, form);
        readFromTheCheck(issued(form).path);
        const auto evidence = m_shown->all<Evidence>();
        const auto plan = std::ranges::find(evidence, u"plan.md"_s, &Evidence::originalName);
        QVERIFY(plan != evidence.cend());

        m_shown->go(EvidencePage::placeOf(plan->id));
        auto *tabs = m_shown->find<TabRow>(u"evidenceTabs"_s);
        tabs->setCurrentKey(u"preview"_s);

        auto *text = m_shown->find<QPlainTextEdit>(u"preview/text"_s);
        QTRY_COMPARE(text->toPlainText(), u"# Plan\n"_s);
    }

    void theRecordInItHoldsInTheWindowToo()
    {
        readFromTheCheck(issued(PackageForm::Zip).path);
        m_shown->go({u"journal"_s, {}});

        m_shown->find<QPushButton>(u"journalVerify"_s)->click();
        m_shown->settle();

        QStringList said;
        for (const auto *label : m_shown->window().currentPage()->findChildren<QWidget *>())
            said.append(label->accessibleName());
        for (const auto *label : m_shown->window().currentPage()->findChildren<PlainLabel *>())
            said.append(label->plainText());
        QVERIFY2(!said.contains(u"Does not hold"_s), qPrintable(said.join(u'\n')));
        QVERIFY2(said.contains(u"Verified"_s), qPrintable(said.join(u'\n')));
        QVERIFY2(said.filter(u"lost a text"_s).isEmpty(), qPrintable(said.join(u'\n')));
    }

    void whatThePackageLeavesOutIsSaidToBeWithheld()
    {
        readFromTheCheck(issued(PackageForm::Zip).path);
        m_shown->go({u"journal"_s, {}});

        const auto &entries = *m_shown->find<TableView>(u"journalEntries"_s)->model();
        const auto labelled = [&entries](const QString &words) {
            return entries.match(entries.index(0, 3), Qt::DisplayRole, words, 1, Qt::MatchExactly);
        };
        QTRY_VERIFY(!labelled(u"text withheld"_s).isEmpty());
    }

    void whereItIsReadFromIsCalledThePackage()
    {
        const QString path = issued(PackageForm::Zip).path;
        readFromTheCheck(path);
        m_shown->go({u"workspace"_s, {}});

        QStringList said;
        for (const auto *label : m_shown->window().currentPage()->findChildren<PlainLabel *>())
            said.append(label->plainText());

        QVERIFY2(said.contains(u"Package"_s) && !said.contains(u"Folder"_s), qPrintable(said.join(u'\n')));
        QVERIFY(said.contains(QDir::toNativeSeparators(path)));
    }

    void goingBackLeadsToTheWorkspaceThatWasOpenAndNothingStays()
    {
        const QString folder = m_shown->workspace().folder();
        const QString package = issued(PackageForm::Zip).path;
        readFromTheCheck(package);
        QCOMPARE(unpacked().isEmpty(), false);
        readFromTheCheck(package); // once more, from within

        wayOut()->click();

        QTRY_VERIFY(m_shown->session.workspace() && m_shown->workspace().folder() == folder);
        m_shown->settle();
        QVERIFY(!m_shown->workspace().isReadOnly());
        QCOMPARE(m_shown->window().place().page, QString(PackagesPage::key));
        QVERIFY(!m_shown->window().banner().isVisible());
        QTRY_COMPARE(unpacked(), QStringList());
    }

    void whoGaveTheSealIsToldThatItFitsAndComesBackToThatCheck()
    {
        const Issued package = issued(PackageForm::Zip);
        const QString seal = package.seal.hex();

        readFromTheCheck(package.path, seal);

        QVERIFY2(bannerWords().contains(u"its seal is the one you were given"_s), qPrintable(bannerWords()));
        QVERIFY(!bannerWords().contains(u"compare its seal"_s));
        wayOut()->click();
        QTRY_VERIFY(m_shown->session.workspace() && !m_shown->workspace().isReadOnly());
        m_shown->settle();
        const auto *path = m_shown->find<QLineEdit>(u"packages/check/path"_s);
        QVERIFY(path->hasFocus());
        QCOMPARE(path->text(), package.path);
        QCOMPARE(m_shown->find<QLineEdit>(u"packages/check/seal"_s)->text(), seal);
        QVERIFY(m_shown->find<PlainLabel>(u"packages/verdict"_s)->isVisible());
    }

    void goingBackFromAPackageThatWasNotCheckedBeforeTheKeyboardIsOnThePage()
    {
        m_shown->session.open(issued(PackageForm::Zip).path);
        QTRY_VERIFY(m_shown->session.workspace() && m_shown->workspace().isReadOnly());

        wayOut()->click();

        QTRY_VERIFY(m_shown->session.workspace() && !m_shown->workspace().isReadOnly());
        m_shown->settle();
        QVERIFY(m_shown->window().currentPage()->isAncestorOf(m_shown->window().focusWidget()));
    }

    void withNothingOpenBeforeItLeadsBackToTheDoors()
    {
        const QString package = issued(PackageForm::Zip).path;
        m_shown->session.begin();

        m_shown->session.open(package);
        QTRY_VERIFY(m_shown->session.workspace());
        QVERIFY(m_shown->workspace().isReadOnly());
        wayOut()->click();

        QTRY_VERIFY(!m_shown->session.workspace());
        QCOMPARE(m_shown->window().place().page, u"start"_s);
    }

    void whatIsTypedIsWrittenBeforeThePackageComes()
    {
        const QString package = issued(PackageForm::Zip).path;
        m_shown->go(SystemPage::placeOf(m_shown->bank.fraud.id, u"checklist"_s, u"5.2.3-1"_s));
        auto *rationale = m_shown->find<QPlainTextEdit>(u"rationale"_s);
        rationale->setFocus();
        QTest::keyClicks(rationale, u"Typed last"_s);

        m_shown->session.open(package);
        QTRY_VERIFY(m_shown->session.workspace() && m_shown->workspace().isReadOnly());
        wayOut()->click();

        QTRY_VERIFY(m_shown->session.workspace() && !m_shown->workspace().isReadOnly());
        const auto responses = m_shown->all<Response>();
        QVERIFY(std::ranges::any_of(responses, [](const Response &response) {
            return response.rationale.contains(u"Typed last"_s);
        }));
    }

    void whereTheReportTellsAnEarlierAssessmentThatIsSaid()
    {
        const TwoSystems &bank = m_shown->bank;
        const auto reader = [this] {
            return std::move(*m_shown->workspace().reader());
        };
        const auto earlier = (*currentAssessment(*reader(), bank.fraud.id))->id;
        m_shown->commit(*planClose(*reader(), bank.catalogue, bank.fraud, occasion()));
        m_shown->commit(*planStart(*reader(), *bank.catalogue, bank.fraud, occasion()));

        m_shown->session.open(issued(PackageForm::Zip, {{bank.fraud.id, earlier}}).path);
        QTRY_VERIFY(m_shown->session.workspace() && m_shown->workspace().isReadOnly());

        QVERIFY2(
            bannerWords().contains(
                u"The report in it tells an earlier assessment than the one shown here: Fraud scoring"_s),
            qPrintable(bannerWords()));
    }

    void aPackageThatWasChangedIsNotOpened()
    {
        const QString package = issued(PackageForm::Folder).path;
        writeFile(package + u"/data/evidence.csv"_s, "changed");
        const QString folder = m_shown->workspace().folder();

        check(package);
        QVERIFY(!m_shown->find<QPushButton>(u"packages/check/read"_s)->isVisible());
        m_shown->session.open(package);
        m_shown->settle();

        QVERIFY2(m_shown->shown.said().contains(u"is not the package it says it is"_s),
                 qPrintable(m_shown->shown.said()));
        QCOMPARE(m_shown->workspace().folder(), folder);
    }

    void aPackageOfSomebodyElseIsCheckedAndNotOpened()
    {
        const Bag foreign;

        check(foreign.folder());
        QVERIFY(!m_shown->find<QPushButton>(u"packages/check/read"_s)->isVisible());
        m_shown->session.open(foreign.folder());
        m_shown->settle();

        QVERIFY2(m_shown->shown.said().contains(u"holds no record of Plimsoll"_s),
                 qPrintable(m_shown->shown.said()));
        QVERIFY(!m_shown->workspace().isReadOnly());
    }

    void theButtonThatOpensItIsSeenOnceItIsChecked()
    {
        m_shown->window().resize(1280, 840);

        check(issued(PackageForm::Zip).path);

        const auto *read = m_shown->find<QPushButton>(u"packages/check/read"_s);
        QVERIFY(read->isVisible());
        QCOMPARE(read->visibleRegion().boundingRect(), read->rect());
    }

    void openingItCanBeStopped()
    {
        const QString folder = m_shown->workspace().folder();
        check(issued(PackageForm::Zip).path);
        auto *read = m_shown->find<QPushButton>(u"packages/check/read"_s);

        read->click();
        m_shown->shown.jobs().running().last()->cancel();
        m_shown->settle();

        QCOMPARE(m_shown->workspace().folder(), folder);
        QVERIFY(!m_shown->shown.said().isEmpty());
        QVERIFY(read->isEnabled());
        QCOMPARE(unpacked(), QStringList());
    }

private:
    [[nodiscard]] Occasion occasion() const
    {
        return {TwoSystems::today, m_shown->workspace().actor(), m_shown->clock};
    }
    Issued issued(PackageForm form, const NamedAssessments &told = {})
    {
        ExportOptions options;
        options.form = form;
        options.assessments = told;
        const QString name = form == PackageForm::Zip ? u"out.zip"_s : u"out"_s;
        auto done = exportPackage(m_shown->workspace(), {m_shown->bank.fraud.id},
                                  m_shown->bank.fixture.path(name), options);
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        m_shown->settle();
        return *done;
    }
    void check(const QString &package, const QString &seal = {})
    {
        m_shown->go({PackagesPage::key, u"check"_s});
        m_shown->find<QLineEdit>(u"packages/check/path"_s)->setText(package);
        m_shown->find<QLineEdit>(u"packages/check/seal"_s)->setText(seal);
        m_shown->find<QPushButton>(u"packages/check/do"_s)->click();
        m_shown->settle();
    }
    void readFromTheCheck(const QString &package, const QString &seal = {})
    {
        const Workspace *before = m_shown->session.workspace();
        check(package, seal);
        auto *read = m_shown->find<QPushButton>(u"packages/check/read"_s);
        QVERIFY(read->isVisible());

        read->click();

        QTRY_VERIFY(m_shown->session.workspace() && m_shown->session.workspace() != before);
        m_shown->settle();
        QVERIFY(m_shown->workspace().isReadOnly());
    }
    [[nodiscard]] QString bannerWords() const
    {
        const Banner &banner = m_shown->window().banner();
        return banner.isVisible() ? banner.accessibleName() : QString();
    }
    [[nodiscard]] QPushButton *wayOut() const
    {
        const auto buttons = m_shown->window().banner().findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, u"Go back"_s, &QPushButton::text);
        return found == buttons.cend() ? nullptr : *found;
    }
    static QStringList names(const QList<AiSystem> &systems)
    {
        QStringList names;
        for (const AiSystem &system : systems)
            names.append(system.name);
        return names;
    }
    static QHash<QString, QByteArray> contentOf(const QString &folder)
    {
        QHash<QString, QByteArray> content;
        for (const QString &file : filesBelow(folder))
            content.insert(file, readFile(file));
        return content;
    }
    /// What lies where packages are unpacked.
    [[nodiscard]] QStringList unpacked() const
    {
        return QDir(m_temporary.path())
            .entryList({u".plimsoll-*"_s}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    QTemporaryDir m_temporary;
    std::unique_ptr<SessionFixture> m_shown;
};

QTEST_MAIN(PackageVisitTest)
#include "tst_packagevisit.moc"
