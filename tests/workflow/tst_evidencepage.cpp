// The page Evidence through the real window: what is listed, editing, uses, checking the files.
#include "core/evidence/evidencestore.h"
#include "tests/support/accessibilitywalk.h"
#include "tests/workflow/evidencewindow.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/textfield.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>

#include <sys/stat.h>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class TestEvidencePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<EvidenceWindow>(); }
    void cleanup() { m_window.reset(); }

    void everyPieceIsListedOnceWithItsThreeStates()
    {
        Evidence draft;
        draft.title = u"<b>Draft</b> policy"_s;
        draft.kind = EvidenceKind::Policy;
        draft.validUntil = m_window->record->today().addDays(-1);
        m_window->attached("draft", {u"5.1.1-1"_s, u"5.1.1-2"_s}, draft);
        Evidence paper;
        paper.title = u"Red team report"_s;
        paper.state = DocumentState::Approved;
        paper.approvedBy = u"Ana Ruiz"_s;
        paper.approvedOn = QDate(2026, 3, 1);
        paper.validUntil = m_window->record->today().addDays(10);
        m_window->attached("paper", {}, paper);

        m_window->open();

        QTRY_COMPARE(m_window->table()->model()->rowCount(), 2);
        const auto says = [this](const Evidence &piece, const QStringList &headers) {
            QStringList cells;
            for (const QString &header : headers)
                cells.append(m_window->cell(piece.title, header));
            return cells;
        };
        const QStringList states{u"Document"_s, u"Valid until"_s, u"Integrity"_s};
        const QString end = draft.validUntil->toString(Qt::ISODate);
        QCOMPARE(says(draft, states), (QStringList{u"draft"_s, end + u", lapsed"_s, u"unchanged"_s}));
        QCOMPARE(says(draft, {u"Kind"_s, u"Items"_s, u"Systems"_s}),
                 (QStringList{u"policy"_s, u"2"_s, u"1"_s}));
        const QString soon = paper.validUntil->toString(Qt::ISODate);
        QCOMPARE(says(paper, states), (QStringList{u"approved"_s, soon + u", soon"_s, u"unchanged"_s}));
        QCOMPARE(says(paper, {u"Items"_s, u"Systems"_s}), (QStringList{u"0"_s, u"0"_s}));
    }

    void anEditIsSavedWhenTheFieldIsLeftAndUndoRestoresIt()
    {
        m_window->open(m_window->attached("text", {u"5.1.1-1"_s}, {}));
        auto *title = m_window->field<TextField>(u"evidence/title"_s);
        QTRY_VERIFY(title->isVisible());
        title->setFocus();
        title->selectAll();

        QTest::keyClicks(title, u"Inventory 2026"_s);
        QTest::keyClick(title, Qt::Key_Return);

        QTRY_COMPARE(m_window->record.all<Evidence>().first().title, u"Inventory 2026"_s);
        QTRY_COMPARE(m_window->table()->model()->index(0, 0).data().toString(), u"Inventory 2026"_s);
        QTRY_VERIFY(m_window->record->undoLabel().contains(u"Title"_s));
        m_window->record->undo();
        QTRY_COMPARE(title->text(), u"file-1.txt"_s);
        QCOMPARE(m_window->record.all<Evidence>().first().originalName, u"file-1.txt"_s);
    }

    void aChoiceIsSavedAtOnceAndAnEmptyTitleIsNot()
    {
        m_window->open(m_window->attached("text", {}, {}));
        auto *state = m_window->field<ChoiceField>(u"evidence/state"_s);
        QTRY_VERIFY(state->isVisible());

        state->setFocus();
        QTest::keyClick(state, Qt::Key_Down);

        QTRY_COMPARE(m_window->record.all<Evidence>().first().state, DocumentState::Approved);
        auto *title = m_window->field<TextField>(u"evidence/title"_s);
        title->setFocus();
        title->selectAll();
        QTest::keyClick(title, Qt::Key_Delete);
        QTest::keyClick(title, Qt::Key_Return);
        QTRY_COMPARE(title->text(), u"file-1.txt"_s);
    }

    void aUseLeadsToItsItemAndIsTakenAwayAndGiven()
    {
        m_window->open(m_window->attached("text", {u"5.1.1-1"_s}, {}));
        m_window->openTab(u"uses"_s);
        auto *uses = m_window->window.findChild<TableView *>(u"evidenceUses"_s);
        QTRY_COMPARE(uses->model()->rowCount(), 1);
        uses->selectRow(0);

        QTest::mouseClick(m_window->button(u"uses/open"_s), Qt::LeftButton);
        QCOMPARE(m_window->window.place(),
                 SystemPage::placeOf(m_window->system.id, u"checklist"_s, u"5.1.1-1"_s));

        m_window->window.go({EvidencePage::key, {}});
        uses->selectRow(0);
        QTest::mouseClick(m_window->button(u"uses/takeAway"_s), Qt::LeftButton);
        QTRY_COMPARE(uses->model()->rowCount(), 0);
        QVERIFY(m_window->record.all<EvidenceUse>().isEmpty());

        QTest::mouseClick(m_window->button(u"uses/more"_s), Qt::LeftButton);
        m_window->tick(u"use/systems"_s, m_window->system.name);
        m_window->tick(u"use/items"_s, u"5.1.1-2"_s);
        m_window->tick(u"use/items"_s, u"5.1.4-1"_s);
        QTest::mouseClick(m_window->button(u"use/give"_s), Qt::LeftButton);
        QTRY_COMPARE(uses->model()->rowCount(), 2);
        QTRY_COMPARE(m_window->cell(u"file-1.txt"_s, u"Items"_s), u"2"_s);
    }

    void usingItForWhatDoesNotApplyIsSaidWithTheReason()
    {
        const auto [item, reason] = m_window->somethingNotApplicable();
        m_window->open(m_window->attached("text", {u"5.1.1-1"_s}, {}));
        m_window->openTab(u"uses"_s);
        auto *uses = m_window->window.findChild<TableView *>(u"evidenceUses"_s);
        QTRY_COMPARE(uses->model()->rowCount(), 1);
        QTest::mouseClick(m_window->button(u"uses/more"_s), Qt::LeftButton);
        const auto *said = m_window->field<QLabel>(u"use/notDue"_s);
        m_window->tick(u"use/systems"_s, m_window->system.name);

        m_window->tick(u"use/items"_s, item + u"  "_s);

        QTRY_VERIFY(said->isVisible());
        QVERIFY2(said->text().contains(reason), qPrintable(said->text()));
        QVERIFY(m_window->button(u"use/give"_s)->isEnabled());
        QTest::mouseClick(m_window->button(u"use/give"_s), Qt::LeftButton);
        QTRY_VERIFY(!said->isVisible());
    }

    void theCheckFindsAFlippedByteAndNamesTheFile()
    {
        Evidence log;
        log.title = u"Access log"_s;
        const Evidence damaged = m_window->attached("a log of accesses", {}, log);
        m_window->attached("another", {}, {});
        const QString path = EvidenceStore(m_window->record->evidenceFolder()).pathOf(*damaged.digest);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        writeFile(path, "a log of acceSses");
        m_window->open();
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 2);

        QTest::mouseClick(m_window->button(u"evidence/check"_s), Qt::LeftButton);

        QTRY_COMPARE(m_window->cell(log.title, u"Integrity"_s), u"changed"_s);
        QCOMPARE(m_window->cell(u"file-2.txt"_s, u"Integrity"_s), u"unchanged"_s);
        const Banner &banner = m_window->window.currentPage()->banner();
        QVERIFY(banner.isVisible());
        QVERIFY(banner.accessibleName().contains(u"1 of 2 files"_s));
        QVERIFY(banner.accessibleName().contains(u"“Access log” was changed"_s));
    }

    void whatTheLastCheckFoundIsShownAgainAfterARestart()
    {
        m_window->attached("kept", {}, {});
        m_window->open();
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 1);
        QTest::mouseClick(m_window->button(u"evidence/check"_s), Qt::LeftButton);
        const auto integrity = [this] {
            return m_window->toolTip(u"file-1.txt"_s, u"Integrity"_s);
        };
        QTRY_VERIFY(integrity().startsWith(u"Unchanged, "_s));
        const QString before = integrity();

        m_window->window.setPages(workspacePages(m_window->record.workspace(), m_window->jobs));
        m_window->open();

        QTRY_COMPARE(m_window->table()->model()->rowCount(), 1);
        QCOMPARE(integrity(), before);
        QCOMPARE(m_window->cell(u"file-1.txt"_s, u"Integrity"_s), u"unchanged"_s);
        QCOMPARE(before, u"Unchanged, "_s + QDate::currentDate().toString(Qt::ISODate));
    }

    void aPieceIsRemovedAfterAskingAndUndoBringsItBack()
    {
        m_window->open(m_window->attached("old", {u"5.1.1-1"_s, u"5.1.1-2"_s}, {}));
        auto *uses = m_window->field<QLabel>(u"removal/uses"_s);
        QVERIFY(!uses->isVisible());

        QTest::mouseClick(m_window->button(u"evidence/remove"_s), Qt::LeftButton);

        QTRY_VERIFY(uses->isVisible());
        QVERIFY(uses->text().contains(u"5.1.1-1 of "_s) && uses->text().contains(u"5.1.1-2 of "_s));
        QTest::mouseClick(m_window->button(u"removal/keep"_s), Qt::LeftButton);
        QVERIFY(!uses->isVisible());
        QCOMPARE(m_window->record.all<EvidenceUse>().size(), 2);
        QTest::mouseClick(m_window->button(u"evidence/remove"_s), Qt::LeftButton);
        QTRY_VERIFY(m_window->button(u"removal/sure"_s)->isVisible());
        QTest::mouseClick(m_window->button(u"removal/sure"_s), Qt::LeftButton);
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 0);
        QVERIFY(m_window->record.all<EvidenceUse>().isEmpty());
        QTRY_COMPARE(m_window->record->undoLabel(), u"Remove “file-1.txt” from the evidence"_s);
        m_window->record->undo();
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 1);
        QCOMPARE(m_window->record.all<EvidenceUse>().size(), 2);
    }

    void whatAClosedAssessmentRestsOnIsNotRemovedAndTheReasonIsSaid()
    {
        const Evidence evidence = m_window->attached("kept", {u"5.1.1-1"_s}, {});
        const Occasion occasion{m_window->record->today(), m_window->record->actor(),
                                m_window->record.clock()};
        m_window->record.commit(
            *planClose(**m_window->record->reader(), m_window->catalogue, m_window->system, occasion));
        m_window->open(evidence);

        QTest::mouseClick(m_window->button(u"evidence/remove"_s), Qt::LeftButton);

        const Banner &banner = m_window->window.currentPage()->banner();
        QTRY_VERIFY(banner.isVisible());
        QVERIFY(banner.accessibleName().contains(u"rests on “file-1.txt” for 5.1.1-1"_s));
        QVERIFY(!m_window->button(u"removal/sure"_s)->isVisible());
    }

    void theTargetLeadsToThePieceThoughAFilterHidesIt()
    {
        m_window->attached("one", {}, {});
        const Evidence other = m_window->attached("two", {}, {});
        m_window->open();
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 2);
        auto *filter = m_window->field<QLineEdit>(u"evidence/filter"_s);
        filter->setText(u"file-1"_s);
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 1);

        m_window->window.go(EvidencePage::placeOf(other.id));

        QCOMPARE(m_window->table()->currentIndex().data().toString(), u"file-2.txt"_s);
        QVERIFY(filter->text().isEmpty());
    }

    void theCardOfAnItemLeadsToItsEvidence()
    {
        const Evidence evidence = m_window->attached("text", {u"5.1.1-1"_s}, {});
        m_window->window.go(SystemPage::placeOf(m_window->system.id, u"checklist"_s, u"5.1.1-1"_s));
        auto *rows = m_window->window.findChild<TableView *>(u"itemEvidence"_s);
        QTRY_VERIFY(rows && rows->model()->rowCount() == 1);
        rows->selectRow(0);

        QTest::mouseClick(m_window->button(u"showInEvidence"_s), Qt::LeftButton);

        QCOMPARE(m_window->window.place(), EvidencePage::placeOf(evidence.id));
        QTRY_COMPARE(m_window->table()->selectionModel()->selectedRows().size(), 1);
    }

    void evidenceIsSetForSeveralItemsInOneChange()
    {
        const Evidence evidence = m_window->attached("text", {u"5.1.1-1"_s}, {});
        m_window->window.go(SystemPage::placeOf(m_window->system.id, u"checklist"_s, u"5.1.1-1"_s));
        auto *items = m_window->window.findChild<QListView *>(u"items"_s);
        QTRY_VERIFY(items && items->model()->rowCount() > 3);
        items->setFocus();
        items->selectAll();
        auto *box = m_window->window.findChild<QAbstractButton *>(u"withEvidence"_s);
        QTRY_VERIFY(box->isVisible());

        box->click();
        m_window->tick(u"severalEvidence"_s, evidence.title);

        auto *apply = m_window->button(u"applyToAll"_s);
        QTRY_VERIFY(apply->isEnabled());
        QVERIFY(m_window->field<QLabel>(u"preview"_s)->text().contains(u"New uses of evidence: "_s));
        QTest::mouseClick(apply, Qt::LeftButton);
        QTRY_VERIFY(m_window->record.all<EvidenceUse>().size() > 3);
        QTRY_VERIFY(m_window->record->undoLabel().contains(u" items of "_s));
        QVERIFY(m_window->record->undoLabel().contains(evidence.title));
        m_window->record->undo();
        QTRY_COMPARE(m_window->record.all<EvidenceUse>().size(), 1);
    }

    void fiveThousandPiecesAreShownAndFilteredWithinAGlance()
    {
        std::vector<EvidenceRow> rows;
        for (int i = 0; i < 5000; ++i) {
            RegisteredEvidence held;
            held.evidence.id = Id<Evidence>::generate(m_window->record.clock());
            held.evidence.title = u"Record %1 of the access review"_s.arg(i * 7919 % 5000);
            held.evidence.originalName = u"access-review-%1.csv"_s.arg(i);
            rows.push_back(plimsoll::rowOf(std::move(held), m_window->record->today()));
        }
        const FileChecks checks;
        const auto model = makeEvidenceModel(m_window->record->today(), checks);
        QElapsedTimer took;
        took.start();

        model->setRows(std::move(rows));
        const auto toShow = took.restart();
        model->setFilter(
            evidenceFilter(u"review 4999"_s, EvidenceConcern::All, m_window->record->today(), checks));
        const auto toFilter = took.elapsed();

        qInfo("5,000 pieces: %lld ms to show, %lld ms to filter", toShow, toFilter);
        QVERIFY(model->rowCount() < 5000);
        QVERIFY(model->rowCount() > 0);
        const QAbstractItemModelTester tester(model.get());
        model->setFilter({});
        QCOMPARE(model->rowCount(), 5000);
    }

    void everybodyCanUseIt_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }

    void everybodyCanUseIt()
    {
        QFETCH(double, scale);
        m_window->theme.setTextScale(scale);
        m_window->open(m_window->attached("<b>text</b>", {u"5.1.1-1"_s, u"5.1.1-2"_s}, {}));
        QTRY_VERIFY(m_window->field<TextField>(u"evidence/title"_s)->isVisible());
        for (const QString &tab : {u"about"_s, u"uses"_s, u"preview"_s}) {
            m_window->openTab(tab);
            QTRY_VERIFY(m_window->jobs.running().isEmpty());
            QTRY_COMPARE(accessibilityFaults(*m_window->window.currentPage()).join(u'\n'), QString());
        }
        m_window->openTab(u"uses"_s);
        QTest::mouseClick(m_window->button(u"uses/more"_s), Qt::LeftButton);
        QTest::mouseClick(m_window->button(u"evidence/addLink"_s), Qt::LeftButton);
        QTRY_COMPARE(accessibilityFaults(*m_window->window.currentPage()).join(u'\n'), QString());

        writeFile(m_window->record.path(u"drop/one.txt"_s), "1");
        QCOMPARE(::mkfifo(qPrintable(m_window->record.path(u"drop/pipe"_s)), 0600), 0);
        m_window->drop({m_window->record.path(u"drop"_s)});
        QTRY_VERIFY(m_window->window.findChild<TableView *>(u"intake"_s)->isVisible());
        QTRY_COMPARE(accessibilityFaults(*m_window->window.currentPage()).join(u'\n'), QString());

        m_window->theme.setTextScale(1);
    }

private:
    std::unique_ptr<EvidenceWindow> m_window;
};

QTEST_MAIN(TestEvidencePage)
#include "tst_evidencepage.moc"
