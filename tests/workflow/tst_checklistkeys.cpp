// A checklist answered by keys alone: where the keyboard is after each step, and what is seen then.
#include "tests/support/shownbank.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/scrollpane.h"

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class ChecklistKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shown = std::make_unique<ShownBank>();
        m_bank = &m_shown->bank;
        m_window = &m_shown->shown;
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s, u"5.2.3-1"_s));
        QTRY_VERIFY(!current().isEmpty());
        settle();
    }

    void cleanup() { m_shown.reset(); }

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
        QTRY_VERIFY(pane->verticalScrollBar()->value() > 0);

        QTest::keyClick(rationale(), Qt::Key_Return, Qt::ControlModifier);
        settle();

        QCOMPARE(pane->verticalScrollBar()->value(), 0);
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

private:
    void settle() { m_window->settle(); }
    [[nodiscard]] QString current() const
    {
        const auto *list = m_window->window().findChild<ItemList *>();
        return list ? list->current() : QString();
    }
    [[nodiscard]] PlainTextEdit *rationale() const { return m_window->find<PlainTextEdit>(u"rationale"_s); }
    [[nodiscard]] Answer answerTo(const QString &item) const
    {
        const auto response = Repository<Response>(*m_bank->reader())
                                  .find(responseId(m_bank->assessmentOf(m_bank->fraud), item));
        return response && *response ? (*response)->answer : Answer::NotAnswered;
    }

    std::unique_ptr<ShownBank> m_shown;
    TwoSystems *m_bank = nullptr;
    WindowFixture *m_window = nullptr;
};

QTEST_MAIN(ChecklistKeysTest)
#include "tst_checklistkeys.moc"
