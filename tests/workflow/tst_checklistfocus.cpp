// Where digits answer on a checklist and where they do not, and that what has the keyboard is seen.
#include "tests/support/checklisttest.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tabrow.h"

#include <QApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class ChecklistFocusTest : public ChecklistTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { showChecklist(); }
    void cleanup() { endBank(); }

    void aDigitAnswersWhereTheAnswersAre()
    {
        const QString item = current();
        auto *met = m_window->find<QWidget>(u"card"_s)->findChild<QPushButton *>(u"answer1"_s);
        met->setFocus();

        QTest::keyClick(met, Qt::Key_3);

        QTRY_COMPARE(answerTo(item), Answer::NotMet);
    }

    void afterWalkingByKeysTheDigitsAnswerWhateverHadTheKeyboard_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QKeyCombination>("way");
        for (const QString &place :
             {u"overdueItems"_s, u"order"_s, u"phases"_s, u"systemTabs"_s, u"owner"_s}) {
            QTest::addRow("%s, next open item", qPrintable(place)) << place << (Qt::ALT | Qt::Key_Right);
            QTest::addRow("%s, next item", qPrintable(place)) << place << (Qt::CTRL | Qt::Key_Down);
            QTest::addRow("%s, previous item", qPrintable(place)) << place << (Qt::CTRL | Qt::Key_Up);
        }
    }
    void afterWalkingByKeysTheDigitsAnswerWhateverHadTheKeyboard()
    {
        QFETCH(const QString, place);
        QFETCH(QKeyCombination, way);
        const QString before = current();
        auto *widget = m_window->find<QWidget>(place);
        widget->setFocus();

        QTest::keyClick(widget, way.key(), way.keyboardModifiers());
        settle();
        const QString item = current();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);

        QVERIFY(item != before);
        QTRY_COMPARE(answerTo(item), Answer::NotMet);
    }

    void whoTurnsToTheChecklistByKeysAnswersAtOnce()
    {
        auto *tabs = m_window->find<TabRow>(u"systemTabs"_s);
        const QString item = current();
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_PageUp, Qt::ControlModifier);
        settle();
        QCOMPARE(QApplication::focusWidget(), tabs);

        QTest::keyClick(tabs, Qt::Key_PageDown, Qt::ControlModifier);
        settle();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);

        QTRY_COMPARE(answerTo(item), Answer::NotMet);
    }

    void whoWalksAlongTheRowOfTabsStaysThere()
    {
        auto *tabs = m_window->find<TabRow>(u"systemTabs"_s);
        tabs->setFocus();

        QTest::keyClick(tabs, Qt::Key_Left);
        QTest::keyClick(tabs, Qt::Key_Right);
        settle();

        QVERIFY(list()->isVisible());
        QCOMPARE(QApplication::focusWidget(), tabs);
    }

    void aSentenceTypedIntoTheListAnswersNothing()
    {
        const QString item = current();
        const Answer before = answerTo(item);
        list()->setFocus();

        QTest::keyClicks(list(), u"Reviewed on 2026-01-31 by 4 people, B2"_s);
        settle();

        QCOMPARE(current(), item);
        QCOMPARE(answerTo(item), before);
        QTest::keyClick(list(), Qt::Key_Down);
        settle();
        const QString next = current();
        QTest::keyClick(list(), Qt::Key_3);
        QTRY_COMPARE(answerTo(next), Answer::NotMet);
    }

    void shiftChoosesFromTheItemOneStandsOn_data()
    {
        QTest::addColumn<QKeyCombination>("way");
        QTest::newRow("next item") << (Qt::CTRL | Qt::Key_Down);
        QTest::newRow("previous item") << (Qt::CTRL | Qt::Key_Up);
        QTest::newRow("next open item") << (Qt::ALT | Qt::Key_Right);
        QTest::newRow("answer and go on") << (Qt::CTRL | Qt::Key_Return);
    }
    void shiftChoosesFromTheItemOneStandsOn()
    {
        QFETCH(QKeyCombination, way);
        const auto *items = m_window->window().findChild<ItemList *>();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Down);
        for (int moves = 0; moves < 3; ++moves)
            QTest::keyClick(list(), way.key(), way.keyboardModifiers());
        settle();
        const QString here = current();

        QTest::keyClick(list(), Qt::Key_Up, Qt::ShiftModifier);

        QCOMPARE(items->selection().size(), 2);
        QCOMPARE(items->selection().last(), here);
    }

    void shiftChoosesFromTheItemThatAFilterLeftOrEscapeKept()
    {
        const auto *items = m_window->window().findChild<ItemList *>();
        chooseSeveral();
        QTest::keyClick(list(), Qt::Key_Escape);
        m_window->find<QPushButton>(u"allPhases"_s)->click();
        settle();
        const QString here = current();

        QTest::keyClick(list(), Qt::Key_Up, Qt::ShiftModifier);

        QCOMPARE(items->selection().size(), 2);
        QCOMPARE(items->selection().last(), here);
    }

    void homeGoesToTheFirstItemAndShowsItsHeading()
    {
        m_window->window().resize(1280, 640);
        settle();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_End);
        settle();
        QVERIFY(list()->currentIndex().row() > 1);

        QTest::keyClick(list(), Qt::Key_Home);
        settle();

        QCOMPARE(list()->currentIndex().row(), 1);
        QVERIFY(list()->viewport()->rect().contains(list()->visualRect(list()->model()->index(0, 0))));
    }

    void theRowThatHasTheKeyboardIsInSightAtTheLargestText()
    {
        m_window->theme().setTextScale(2);
        settle();
        auto *pane = m_window->window().currentPage()->findChild<ScrollPane *>();
        pane->verticalScrollBar()->setValue(0);
        m_window->find<TabRow>(u"systemTabs"_s)->setFocus();

        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Down);
        settle();

        const QRect row = list()->visualRect(list()->currentIndex());
        const QRect seen(list()->viewport()->mapTo(pane->viewport(), row.topLeft()), row.size());
        QVERIFY(pane->viewport()->rect().intersects(seen));
        QVERIFY(pane->viewport()->rect().contains(seen.center()));
        m_window->theme().setTextScale(1);
    }

    void whatWasSetForSeveralIsNoLongerSaidOnceItIsUndone()
    {
        chooseSeveral();
        QTest::keyClick(list(), Qt::Key_2);
        settle();
        m_window->find<QPushButton>(u"applyToAll"_s)->click();
        const auto *said = m_window->find<PlainLabel>(u"preview"_s);
        QTRY_VERIFY2(said->plainText().contains(u"Undo takes"_s), qPrintable(said->plainText()));
        settle();

        m_bank->fixture.workspace().undo();

        QTRY_VERIFY2(!said->plainText().contains(u"Undo takes"_s), qPrintable(said->plainText()));
    }

    void theFieldThatIsWrittenInStaysInSightWhenThePreviewGrows()
    {
        m_window->theme().setTextScale(1.3);
        m_window->window().resize(1280, 760);
        settle();
        chooseSeveral();
        QTest::keyClick(list(), Qt::Key_F2);
        auto *all = m_window->find<PlainTextEdit>(u"rationaleForAll"_s);
        QVERIFY(all->hasFocus());

        QTest::keyClicks(all, u"Because"_s);
        settle();

        const QRect cursor = all->cursorRect();
        for (const QWidget *around = all->parentWidget(); around; around = around->parentWidget()) {
            const auto *area = qobject_cast<const QScrollArea *>(around);
            if (!area)
                continue;
            const QPoint at = all->viewport()->mapTo(area->viewport(), cursor.center());
            QVERIFY2(area->viewport()->rect().contains(at), qPrintable(area->accessibleName()));
        }
        m_window->theme().setTextScale(1);
    }
};

QTEST_MAIN(ChecklistFocusTest)
#include "tst_checklistfocus.moc"
