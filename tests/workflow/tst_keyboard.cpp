// What a person without a mouse meets: where the keyboard is after each step, what Ctrl+Z means in a field,
// and which keys there are.
#include "core/assessment/assessment.h"
#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/help/keys.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/tabrow.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bank = std::make_unique<TwoSystems>();
        m_bank->fixture.close();
        m_window = std::make_unique<WindowFixture>();
        m_session = std::make_unique<Session>(m_window->window(), m_window->jobs(), m_clock, workspacePages);
        m_session->open(m_bank->fixture.folder());
        QTRY_VERIFY(m_session->workspace());
        settle();
        m_session->workspace()->actAs(all<Person>().first().id);
    }

    void cleanup()
    {
        m_session.reset();
        m_window.reset();
        m_bank.reset();
    }

    void afterALinkIsAttachedTheKeyboardStaysAtTheEvidence()
    {
        goTo(u"checklist"_s, u"5.1.1-1"_s);
        auto *open = m_window->find<QPushButton>(u"addLink"_s);
        open->setFocus();
        QTest::keyClick(open, Qt::Key_Space);
        auto *address = m_window->find<QLineEdit>(u"linkAddress"_s);
        QTRY_VERIFY(address->hasFocus());
        const auto before = all<Evidence>().size();

        QTest::keyClicks(address, u"https://wiki.example/design"_s);
        QTest::keyClick(address, Qt::Key_Return);

        QTRY_COMPARE(all<Evidence>().size(), before + 1);
        settle();
        QCOMPARE(focusName(), u"addLink"_s);
    }

    void afterAnAssessmentIsClosedTheKeyboardIsAtTheNextOne()
    {
        goTo(u"assessment"_s, {});
        auto *close = m_window->find<QPushButton>(u"assessment/close"_s);
        QTRY_VERIFY(close->isVisible());
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Space);
        auto *sure = m_window->find<QPushButton>(u"assessment/closeForGood"_s);
        sure->setFocus();

        QTest::keyClick(sure, Qt::Key_Space);

        QTRY_VERIFY(m_window->find<QPushButton>(u"assessment/start"_s)->isVisible());
        settle();
        QCOMPARE(focusName(), u"assessment/start"_s);
    }

    void aClickOnATabLeavesTheKeyboardThere()
    {
        goTo(u"profile"_s, {});
        auto *tabs = m_window->find<TabRow>(u"systemTabs"_s);
        auto *name = m_window->window().currentPage()->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setFocus();

        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());

        QCOMPARE(tabs->currentIndex(), 2);
        settle();
        QCOMPARE(focusName(), u"systemTabs"_s);
    }

    void anItemThatIsGoneToHasTheKeyboardInTheList()
    {
        m_window->window().go({u"overview"_s, {}});
        settle();

        goTo(u"checklist"_s, u"5.1.1-1"_s);

        QTRY_COMPARE(focusName(), u"items"_s);
    }

    void undoInAFieldWithNothingToTakeBackIsTheRecords()
    {
        const Party before = all<Party>().first();
        Party after = before;
        after.name = u"Renamed"_s;
        commit(ChangeSet(u"Rename the party"_s).change(before, after));
        goTo(u"checklist"_s, u"5.1.1-1"_s);
        auto *rationale = m_window->find<PlainTextEdit>(u"rationale"_s);
        rationale->setFocus();

        QTest::keyClick(rationale, Qt::Key_Z, Qt::ControlModifier);

        QTRY_COMPARE(all<Party>().first().name, before.name);
        QTRY_VERIFY(!m_session->workspace()->redoLabel().isEmpty());
        QTest::keyClick(rationale, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(all<Party>().first().name, u"Renamed"_s);
    }

    void undoInAFieldBeginsWithWhatWasTyped_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("several lines") << u"rationale"_s;
        QTest::newRow("one line") << u"linkAddress"_s;
    }
    void undoInAFieldBeginsWithWhatWasTyped()
    {
        QFETCH(QString, field);
        const Party before = all<Party>().first();
        Party after = before;
        after.name = u"Renamed"_s;
        commit(ChangeSet(u"Rename the party"_s).change(before, after));
        goTo(u"checklist"_s, u"5.1.1-1"_s);
        m_window->find<QPushButton>(u"addLink"_s)->click();
        auto *widget = m_window->find<QWidget>(field);
        widget->setFocus();
        const QVariant empty = widget->property(field == u"rationale" ? "plainText" : "text");
        QTest::keyClicks(widget, u"x"_s);

        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);

        QCOMPARE(widget->property(field == u"rationale" ? "plainText" : "text"), empty);
        QCOMPARE(all<Party>().first().name, u"Renamed"_s);
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(all<Party>().first().name, before.name);
    }

    void enterPressesTheButtonThatHasTheKeyboard_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Enter of the number pad") << int(Qt::Key_Enter);
    }
    void enterPressesTheButtonThatHasTheKeyboard()
    {
        QFETCH(int, key);
        goTo(u"checklist"_s, u"5.1.1-1"_s);
        auto *button = m_window->find<QPushButton>(u"addLink"_s);
        button->setFocus();

        QTest::keyClick(button, Qt::Key(key));

        QTRY_VERIFY(m_window->find<QLineEdit>(u"linkAddress"_s)->hasFocus());
    }

    void helpIsScrolledByKeysAtOnce()
    {
        m_window->window().resize(1000, 600);
        m_window->find<QWidget>(u"actingPerson"_s)->setFocus();

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        settle();
        auto *pane = m_window->window().currentPage()->findChild<QScrollArea *>();
        QCOMPARE(QApplication::focusWidget(), pane);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);

        QVERIFY(pane->verticalScrollBar()->value() > 0);
    }

    void noTwoEntriesOfAMenuShareALetter()
    {
        QStringList shared;
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id)) {
            m_window->window().go(place);
            settle();
            for (auto *menu : m_window->window().menuBar()->findChildren<QMenu *>()) {
                Q_EMIT menu->aboutToShow(); // some are filled when they open
                shared += sharedLetters(menu->actions(), place.page + u'/' + menu->title());
            }
        }
        shared += sharedLetters(m_window->window().menuBar()->actions(), u"menu bar"_s);

        QCOMPARE(shared, QStringList());
    }

    void everyShortcutIsListedInHelp()
    {
        QSet<QString> listed;
        for (const KeysInWords &each : allKeys()) {
            for (const QKeySequence &key : each.keys)
                listed.insert(key.toString());
        }
        QSet<QString> registered;
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id)) {
            m_window->window().go(place);
            settle();
            for (const auto *action : m_window->window().findChildren<QAction *>()) {
                for (const QKeySequence &key : action->shortcuts())
                    registered.insert(key.toString());
            }
            for (const auto *key : m_window->window().findChildren<QShortcut *>())
                registered.insert(key->key().toString());
        }

        QVERIFY2(registered.size() > 25, qPrintable(QString::number(registered.size())));
        QCOMPARE((registered - listed).values(), QStringList());
        m_window->window().go({u"help"_s, {}});
        QString words;
        for (const auto *label : m_window->window().currentPage()->findChildren<PlainLabel *>())
            words += label->plainText() + u'\n';
        for (const KeysInWords &each : allKeys())
            QVERIFY2(!each.inWords().isEmpty() && words.contains(each.inWords()) && words.contains(each.does),
                     qPrintable(each.does));
        QVERIFY(words.contains(u"Alt+Right"_s) && words.contains(u"Alt+Left"_s) &&
                words.contains(u"Ctrl+Enter"_s));
    }

private:
    void goTo(const QString &tab, const QString &rest)
    {
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, tab, rest));
        settle();
    }
    void settle()
    {
        QTest::qWait(20);
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        QTest::qWait(20);
    }
    static QStringList sharedLetters(const QList<QAction *> &entries, const QString &where)
    {
        QStringList shared;
        QSet<QString> letters;
        for (const QAction *entry : entries) {
            const QString letter = QKeySequence::mnemonic(entry->text()).toString();
            if (!letter.isEmpty() && letters.contains(letter))
                shared.append(where + u": "_s + entry->text());
            letters.insert(letter);
        }
        return shared;
    }
    static QString focusName()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : u"nothing"_s;
    }
    template <IsDescribed Entity>
    QList<Entity> all() const
    {
        const auto reader = m_session->workspace()->reader();
        return reader ? Repository<Entity>(**reader).all().value_or(QList<Entity>()) : QList<Entity>();
    }
    void commit(const ChangeSet &changeSet)
    {
        const auto done = m_session->workspace()->commitAndWait(changeSet);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QTRY_VERIFY(!m_session->workspace()->undoLabel().isEmpty());
    }

    const SystemClock m_clock;
    std::unique_ptr<TwoSystems> m_bank;
    std::unique_ptr<WindowFixture> m_window;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
