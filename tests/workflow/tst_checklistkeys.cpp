// A checklist answered by keys alone: where the keyboard is after each step, and what is seen then.
#include "tests/support/checklisttest.h"
#include "ui/pages/checklist/personbox.h"
#include "ui/pages/platforms/platformspage.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/phasestrip.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tabrow.h"

#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class ChecklistKeysTest : public ChecklistTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { showChecklist(); }
    void cleanup() { endBank(); }

    void afterGoingOnFromTheRationaleTheDigitsAnswer_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("guided");
        QTest::newRow("answer and go on") << int(Qt::Key_Return) << false;
        QTest::newRow("next") << int(Qt::Key_Down) << false;
        QTest::newRow("previous") << int(Qt::Key_Up) << false;
        QTest::newRow("answer and go on, guided") << int(Qt::Key_Return) << true;
    }
    void afterGoingOnFromTheRationaleTheDigitsAnswer()
    {
        QFETCH(int, key);
        QFETCH(bool, guided);
        if (guided)
            QTest::keyClick(&m_window->window(), Qt::Key_F11);
        const QString before = current();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
        QVERIFY(rationale()->hasFocus());
        QTest::keyClicks(rationale(), u"Why"_s);

        QTest::keyClick(rationale(), Qt::Key(key), Qt::ControlModifier);
        settle();
        const QString next = current();
        const QString text = rationale()->toPlainText();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);

        QVERIFY(next != before);
        QTRY_COMPARE(answerTo(next), Answer::Met);
        QCOMPARE(rationale()->toPlainText(), text);
    }

    void theNextItemIsShownFromItsTop()
    {
        auto *pane = m_window->find<QWidget>(u"card"_s)->findChild<ScrollPane *>();
        m_window->window().resize(1280, 700);
        settle();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
        pane->verticalScrollBar()->setValue(pane->verticalScrollBar()->maximum());
        QVERIFY(pane->verticalScrollBar()->value() > 0);

        QTest::keyClick(rationale(), Qt::Key_Return, Qt::ControlModifier);
        settle();

        QCOMPARE(pane->verticalScrollBar()->value(), 0);
    }

    void whatAnItemWaitsForIsSaidOnce()
    {
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s, u"5.5.1-2"_s));
        settle();
        int said = 0;
        for (const auto *label : m_window->find<QWidget>(u"card"_s)->findChildren<PlainLabel *>())
            said += label->isVisible() && label->plainText().startsWith(u"Waits until"_s) ? 1 : 0;

        QCOMPARE(said, 1);
        QVERIFY(m_window->find<QPushButton>(u"recordEvent"_s)->isVisible());
    }

    void aHeadingThatIsCutIsReadWholeInItsTooltipAndByAScreenReader()
    {
        const auto &model = m_window->window().findChild<ItemList *>()->model();

        const QString heading = model.index(0).data().toString();

        QVERIFY(heading.startsWith(u"5.2.1"_s));
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), heading);
    }

    void theListSaysHowItsCountDiffersFromTheRings()
    {
        const Checklist checklist = m_bank->checklist(m_bank->fraud);
        const auto *list = m_window->window().findChild<ItemList *>();
        int items = 0;
        int due = 0;
        for (const ChecklistLine &line : checklist.lines) {
            if (checklist.item(line).phase != list->phase())
                continue;
            ++items;
            const Standing standing = line.standing();
            due += standing == Standing::Met || standing == Standing::PartlyMet ||
                   standing == Standing::NotMet || standing == Standing::NotAnswered;
        }

        const QString words = m_window->find<PlainLabel>(u"counts"_s)->plainText();

        QVERIFY(items > due);
        QVERIFY2(words.startsWith(u"%1 items. Applicable and due: %2,"_s.arg(items).arg(due)),
                 qPrintable(words));
    }

    void theListCountsWhatRestsOnLapsedEvidence()
    {
        m_window->window().findChild<ItemList *>()->setPhase(0); // holds the scan that has lapsed

        const auto *counts = m_window->find<PlainLabel>(u"counts"_s);
        QTRY_VERIFY2(counts->plainText().contains(u"With lapsed evidence: 1."_s),
                     qPrintable(counts->plainText()));
    }

    void withSeveralChosenF2WritesTheRationaleForAllOfThem()
    {
        chooseSeveral();
        QTest::keyClick(list(), Qt::Key_2);

        QTest::keyClick(list(), Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), u"1 of 3"_s);

        QCOMPARE(m_window->find<PlainTextEdit>(u"rationaleForAll"_s)->toPlainText(), u"1 of 3"_s);
        QCOMPARE(answerForAll(), u"answer2"_s);
    }

    void severalThatDoNotApplyAreApprovedTogetherAndItIsSaidThatTheyAreSet()
    {
        chooseSeveral();
        const QStringList chosen = m_window->window().findChild<ItemList *>()->selection();
        QTest::keyClick(list(), Qt::Key_4);
        m_window->find<PlainTextEdit>(u"rationaleForAll"_s)->setText(u"Nothing is trained here."_s);
        auto *approver = m_window->find<PersonBox>(u"approverForAll"_s);
        QVERIFY(approver->isVisible());
        approver->setPerson(m_bank->fixture->actor());
        Q_EMIT approver->personChosen(m_bank->fixture->actor());
        QTRY_VERIFY(m_window->find<QPushButton>(u"applyToAll"_s)->isEnabled());

        QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);

        const auto isApproved = [&](const QString &item) {
            const auto line = *m_bank->checklist(m_bank->fraud).line(item);
            return line.standing() == Standing::NotApplicable && line.own->approver;
        };
        QTRY_VERIFY(std::ranges::all_of(chosen, isApproved));
        QTRY_COMPARE(m_window->find<PlainLabel>(u"preview"_s)->plainText(),
                     u"%1 items are set. Undo takes all of it back."_s.arg(chosen.size()));
        QTest::keyClick(list(), Qt::Key_Escape);
        QCOMPARE(m_window->window().findChild<ItemList *>()->selection().size(), 1);
    }

    void whatIsTypedAtTheBoxOfAFieldIsWrittenIntoTheField_data()
    {
        QTest::addColumn<bool>("tick");
        QTest::newRow("the box is ticked first") << true;
        QTest::newRow("the box is left alone") << false;
    }
    void whatIsTypedAtTheBoxOfAFieldIsWrittenIntoTheField()
    {
        QFETCH(bool, tick);
        chooseSeveral();
        QTest::keyClick(list(), Qt::Key_2);
        auto *box = m_window->find<QCheckBox>(u"withDue"_s);
        box->setFocus();

        if (tick)
            QTest::keyClick(box, Qt::Key_Space);
        for (const QChar letter : u"2027-03-01"_s)
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());

        QCOMPARE(m_window->find<DateField>(u"dueForAll"_s)->date(), std::optional(QDate(2027, 3, 1)));
        QVERIFY(box->isChecked());
        QCOMPARE(answerForAll(), u"answer2"_s);
    }

    void theKeysOfAChecklistWorkFromAnywhereOnItsPage_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("the phases") << u"phases"_s;
        QTest::newRow("the tabs of the system") << u"systemTabs"_s;
        QTest::newRow("a filter of the list") << u"overdueItems"_s;
    }
    void theKeysOfAChecklistWorkFromAnywhereOnItsPage()
    {
        QFETCH(QString, place);
        keysWorkFrom(*m_window->find<QWidget>(place));
    }

    void theKeysOfAChecklistOfCommonAnswersWorkFromTheListOfWhoTakesThemOver()
    {
        m_window->window().go(PlatformsPage::placeOf(m_bank->cloud.id));
        settle();
        m_window->find<QWidget>(u"platforms/about"_s)->findChild<QAbstractButton *>()->click();
        settle();
        auto *takers = m_window->window().currentPage()->findChild<QListView *>(u"platforms/takers/list"_s);
        QTRY_VERIFY(takers->isVisible());

        keysWorkFrom(*takers);
    }

    void aFieldToChooseFromKeepsItsDigits()
    {
        const QString item = current();
        const Answer before = answerTo(item);
        auto *owner = m_window->find<PersonBox>(u"owner"_s);
        owner->setFocus();

        for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3})
            QTest::keyClick(owner, key);
        owner->showPopup();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
        owner->hidePopup();
        settle();

        QCOMPARE(answerTo(item), before);
    }

    void aDateThatNamesNoDayIsNotSetForSeveral()
    {
        chooseSeveral();
        QTest::keyClick(list(), Qt::Key_2);
        auto *due = m_window->find<DateField>(u"dueForAll"_s);
        due->setFocus();

        QTest::keyClicks(due, u"31.13.2026"_s);
        settle();

        QVERIFY(!m_window->find<QPushButton>(u"applyToAll"_s)->isEnabled());
    }

    void whatIsSaidOfAWrongDateMovesNothingAwayFromItsBox()
    {
        chooseSeveral();
        auto *due = m_window->find<DateField>(u"dueForAll"_s);
        const auto *box = m_window->find<QCheckBox>(u"withDue"_s);
        const auto *heading = m_window->find<PlainLabel>(u"severalItems"_s);
        due->setFocus();

        QTest::keyClicks(due, u"2026-13-45"_s);
        QTest::keyClick(due, Qt::Key_Tab);
        settle();

        QVERIFY(due->mapTo(box->parentWidget(), QPoint()).x() - box->geometry().right() < 20);
        QVERIFY(heading->height() < 3 * heading->fontMetrics().height());
    }

    void aDateIsSavedForTheItemItWasWrittenFor()
    {
        const QString item = current();
        auto *due = m_window->find<DateField>(u"due"_s);
        due->setFocus();
        due->selectAll();
        QTest::keyClicks(due, u"31.12.2027"_s);

        QTest::keyClick(due, Qt::Key_Right, Qt::AltModifier);
        settle();

        QVERIFY(current() != item);
        QTRY_COMPARE(dueOf(item), std::optional(QDate(2027, 12, 31)));
        QVERIFY(dueOf(current()) != std::optional(QDate(2027, 12, 31)));
    }

    void ofADateThatNamedNoDayTheNextItemSaysThatItWasNotSaved()
    {
        const auto before = dueOf(current());
        const QString item = current();
        auto *due = m_window->find<DateField>(u"due"_s);
        due->setFocus();
        due->selectAll();
        QTest::keyClicks(due, u"nonsense"_s);

        QTest::keyClick(due, Qt::Key_Right, Qt::AltModifier);
        settle();

        QCOMPARE(dueOf(item), before);
        QVERIFY2(due->sentence().contains(u"“nonsense”"_s), qPrintable(due->sentence()));
        QVERIFY(!due->text().contains(u"nonsense"_s));
    }

    void theKeysOfAChecklistEndWhereItIsLeft()
    {
        const QString item = current();
        const Answer before = answerTo(item);
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"profile"_s));
        settle();
        auto *tabs = m_window->find<TabRow>(u"systemTabs"_s);
        tabs->setFocus();

        for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_F2})
            QTest::keyClick(tabs, key);
        settle();

        QCOMPARE(answerTo(item), before);
        QVERIFY(tabs->hasFocus());
    }

private:
    void keysWorkFrom(QWidget &place)
    {
        auto *page = m_window->window().currentPage();
        const auto *items = page->findChild<ItemList *>();
        const QString item = items->current();
        place.setFocus();
        QVERIFY(place.hasFocus());
        auto *met = page->findChild<QWidget *>(u"card"_s)->findChild<QPushButton *>(u"answer1"_s);
        const bool wasMet = met->isChecked();

        QTest::keyClick(&place, wasMet ? Qt::Key_0 : Qt::Key_1);

        settle();
        QCOMPARE(met->isChecked(), wasMet); // a digit answers only where the answers or the items are
        place.setFocus();
        QTest::keyClick(&place, Qt::Key_F2);
        QVERIFY(page->findChild<PlainTextEdit *>(u"rationale"_s)->hasFocus());
        place.setFocus();
        QTest::keyClick(&place, Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(items->current() != item);
    }
    /// The button that is on in the form for several items.
    [[nodiscard]] QString answerForAll() const
    {
        for (const auto *each : m_window->find<QWidget>(u"answerBar"_s)->findChildren<QPushButton *>()) {
            if (each->isChecked())
                return each->objectName();
        }
        return {};
    }
    [[nodiscard]] PlainTextEdit *rationale() const { return m_window->find<PlainTextEdit>(u"rationale"_s); }
    [[nodiscard]] std::optional<QDate> dueOf(const QString &item) const { return responseTo(item).due; }
};

QTEST_MAIN(ChecklistKeysTest)
#include "tst_checklistkeys.moc"
