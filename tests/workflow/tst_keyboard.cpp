// What a person without a mouse meets: where the keyboard is after each step, what Ctrl+Z means in a field,
// and which keys there are.
#include "core/assessment/assessment.h"
#include "tests/support/sessionfixture.h"
#include "ui/mainwindow/tabstops.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/help/keys.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/navigation.h"
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
    void init() { m_desk = std::make_unique<SessionFixture>(); }

    void cleanup() { m_desk.reset(); }

    void afterALinkIsAttachedTheKeyboardStaysAtTheEvidence()
    {
        goTo(u"checklist"_s, u"5.1.1-1"_s);
        auto *open = m_desk->find<QPushButton>(u"addLink"_s);
        open->setFocus();
        QTest::keyClick(open, Qt::Key_Space);
        auto *address = m_desk->find<QLineEdit>(u"linkAddress"_s);
        QTRY_VERIFY(address->hasFocus());
        const auto before = m_desk->all<Evidence>().size();

        QTest::keyClicks(address, u"https://wiki.example/design"_s);
        QTest::keyClick(address, Qt::Key_Return);

        QTRY_COMPARE(m_desk->all<Evidence>().size(), before + 1);
        m_desk->settle();
        QCOMPARE(focusName(), u"addLink"_s);
    }

    void afterAnAssessmentIsClosedTheKeyboardIsAtTheNextOne()
    {
        goTo(u"assessment"_s, {});
        auto *close = m_desk->find<QPushButton>(u"assessment/close"_s);
        QTRY_VERIFY(close->isVisible());
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Space);
        auto *sure = m_desk->find<QPushButton>(u"assessment/closeForGood"_s);
        sure->setFocus();

        QTest::keyClick(sure, Qt::Key_Space);

        QTRY_VERIFY(m_desk->find<QPushButton>(u"assessment/start"_s)->isVisible());
        m_desk->settle();
        QCOMPARE(focusName(), u"assessment/start"_s);
    }

    void aClickOnATabLeavesTheKeyboardThere()
    {
        goTo(u"profile"_s, {});
        auto *tabs = m_desk->find<TabRow>(u"systemTabs"_s);
        auto *name = m_desk->window().currentPage()->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setFocus();

        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());

        QCOMPARE(tabs->currentIndex(), 2);
        m_desk->settle();
        QCOMPARE(focusName(), u"systemTabs"_s);
    }

    void theTabsOfAPageAreWalkedByKeysFromWithinThem()
    {
        goTo(u"profile"_s, {});
        auto *tabs = m_desk->find<TabRow>(u"systemTabs"_s);
        auto *name = m_desk->window().currentPage()->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setFocus();

        QTest::keyClick(name, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(tabs->currentIndex(), 1);
        QCOMPARE(focusName(), u"systemTabs"_s);
        QTest::keyClick(tabs, Qt::Key_PageUp, Qt::ControlModifier);
        QTest::keyClick(tabs, Qt::Key_PageUp, Qt::ControlModifier);

        QCOMPARE(tabs->currentIndex(), tabs->count() - 1);
    }

    void whoGoesToAPageByItsKeyHasTheKeyboardThere_data()
    {
        QTest::addColumn<int>("digit");
        for (int digit = 1; digit <= 9; ++digit)
            QTest::addRow("Ctrl+%d", digit) << digit;
    }
    void whoGoesToAPageByItsKeyHasTheKeyboardThere()
    {
        QFETCH(const int, digit);
        m_desk->window().findChild<Navigation *>()->setFocus();

        QTest::keyClick(&m_desk->window(), Qt::Key(Qt::Key_0 + digit), Qt::ControlModifier);
        m_desk->settle();

        const Page *page = m_desk->window().currentPage();
        QVERIFY2(page->isAncestorOf(m_desk->window().focusWidget()), qPrintable(page->title()));
    }

    void anItemThatIsGoneToHasTheKeyboardInTheList()
    {
        m_desk->go({u"overview"_s, {}});

        goTo(u"checklist"_s, u"5.1.1-1"_s);

        QTRY_COMPARE(focusName(), u"items"_s);
    }

    void undoInAFieldWithNothingToTakeBackIsTheRecords()
    {
        const Party before = m_desk->all<Party>().first();
        Party after = before;
        after.name = u"Renamed"_s;
        m_desk->commit(ChangeSet(u"Rename the party"_s).change(before, after));
        goTo(u"checklist"_s, u"5.1.1-1"_s);
        auto *rationale = m_desk->find<PlainTextEdit>(u"rationale"_s);
        rationale->setFocus();

        QTest::keyClick(rationale, Qt::Key_Z, Qt::ControlModifier);

        QTRY_COMPARE(m_desk->all<Party>().first().name, before.name);
        QTRY_VERIFY(!m_desk->workspace().redoLabel().isEmpty());
        QTest::keyClick(rationale, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_desk->all<Party>().first().name, u"Renamed"_s);
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
        const Party before = m_desk->all<Party>().first();
        Party after = before;
        after.name = u"Renamed"_s;
        m_desk->commit(ChangeSet(u"Rename the party"_s).change(before, after));
        goTo(u"checklist"_s, u"5.1.1-1"_s);
        m_desk->find<QPushButton>(u"addLink"_s)->click();
        auto *widget = m_desk->find<QWidget>(field);
        widget->setFocus();
        const QVariant empty = widget->property(field == u"rationale" ? "plainText" : "text");
        QTest::keyClicks(widget, u"x"_s);

        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);

        QCOMPARE(widget->property(field == u"rationale" ? "plainText" : "text"), empty);
        QCOMPARE(m_desk->all<Party>().first().name, u"Renamed"_s);
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->all<Party>().first().name, before.name);
    }

    void redoInAFieldBeginsWithWhatWasTyped_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("key");
        for (const QString &field : {u"rationale"_s, u"linkAddress"_s}) {
            QTest::addRow("%s, Ctrl+Shift+Z", qPrintable(field))
                << field << (Qt::CTRL | Qt::SHIFT | Qt::Key_Z).toCombined();
            QTest::addRow("%s, Ctrl+Y", qPrintable(field)) << field << (Qt::CTRL | Qt::Key_Y).toCombined();
        }
    }
    void redoInAFieldBeginsWithWhatWasTyped()
    {
        QFETCH(QString, field);
        QFETCH(int, key);
        const auto redo = QKeyCombination::fromCombined(key);
        const Party before = m_desk->all<Party>().first();
        Party after = before;
        after.name = u"Renamed"_s;
        m_desk->commit(ChangeSet(u"Rename the party"_s).change(before, after));
        m_desk->workspace().undo();
        QTRY_VERIFY(!m_desk->workspace().redoLabel().isEmpty());
        goTo(u"checklist"_s, u"5.1.1-1"_s);
        m_desk->find<QPushButton>(u"addLink"_s)->click();
        auto *widget = m_desk->find<QWidget>(field);
        const auto text = [&] {
            return widget->property(field == u"rationale" ? "plainText" : "text");
        };
        widget->setFocus();
        QTest::keyClicks(widget, u"x"_s);
        const QVariant typed = text();
        QTest::keyClick(widget, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(text() != typed);

        QTest::keyClick(widget, redo.key(), redo.keyboardModifiers());

        QCOMPARE(text(), typed);
        QCOMPARE(m_desk->all<Party>().first().name, before.name);
        QTest::keyClick(widget, redo.key(), redo.keyboardModifiers());
        QTRY_COMPARE(m_desk->all<Party>().first().name, u"Renamed"_s);
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
        auto *button = m_desk->find<QPushButton>(u"addLink"_s);
        button->setFocus();

        QTest::keyClick(button, Qt::Key(key));

        QTRY_VERIFY(m_desk->find<QLineEdit>(u"linkAddress"_s)->hasFocus());
    }

    void aNewWorkspaceIsNamedAtOnceWhereverTheKeyboardWas()
    {
        m_desk->window().findChild<Navigation *>()->setFocus();

        QTest::keyClick(m_desk->window().focusWidget(), Qt::Key_N, Qt::ControlModifier);
        m_desk->settle();
        QTest::keyClicks(m_desk->window().focusWidget(), u"Jo Lee"_s);

        QCOMPARE(m_desk->window().place().page, u"who"_s);
        const auto *field = qobject_cast<QLineEdit *>(m_desk->window().focusWidget());
        QVERIFY(field);
        QCOMPARE(field->accessibleName(), u"Your name"_s);
        QCOMPARE(field->text(), u"Jo Lee"_s);
    }

    void helpIsScrolledByKeysAtOnce()
    {
        m_desk->window().resize(1000, 600);
        m_desk->find<QWidget>(u"actingPerson"_s)->setFocus();

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        m_desk->settle();
        auto *pane = m_desk->window().currentPage()->findChild<QScrollArea *>();
        QCOMPARE(QApplication::focusWidget(), pane);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);

        QVERIFY(pane->verticalScrollBar()->value() > 0);
    }

    void atTheLargestTextTabStopsOnlyWhereTheKeyboardIsSeen()
    {
        m_desk->shown.theme().setTextScale(2);
        QStringList unseen;
        for (const Place &place : m_desk->shown.everyPlace(m_desk->bank.fraud.id)) {
            m_desk->go(place);
            m_desk->window().resize(1024, 700);
            m_desk->settle();
            auto *navigation = m_desk->window().findChild<Navigation *>();
            for (QWidget *stop : tabStops({m_desk->window().currentPage()})) {
                if (qobject_cast<QScrollArea *>(stop))
                    continue; // words alone: the page as a whole has it
                navigation->setFocus();
                const QImage without = stop->grab().toImage();
                stop->setFocus(Qt::TabFocusReason);
                if (stop->hasFocus() && stop->grab().toImage() == without)
                    unseen.append(u"%1/%2: %3 %4"_s.arg(place.page, place.target.section(u'/', 1),
                                                        QLatin1StringView(stop->metaObject()->className()),
                                                        stop->objectName()));
            }
        }
        m_desk->shown.theme().setTextScale(1);
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u'\n')));
    }

    void noTwoEntriesOfAMenuShareALetter()
    {
        QStringList shared;
        for (const Place &place : m_desk->shown.everyPlace(m_desk->bank.fraud.id)) {
            m_desk->go(place);
            for (auto *menu : m_desk->window().menuBar()->findChildren<QMenu *>()) {
                Q_EMIT menu->aboutToShow(); // some are filled when they open
                shared += sharedLetters(menu->actions(), place.page + u'/' + menu->title());
            }
        }
        shared += sharedLetters(m_desk->window().menuBar()->actions(), u"menu bar"_s);

        QCOMPARE(shared, QStringList());
    }

    void noLetterOfThePageIsOneOfTheMenuBar()
    {
        QSet<QString> letters;
        for (const QAction *menu : m_desk->window().menuBar()->actions())
            letters.insert(QKeySequence::mnemonic(menu->text()).toString());
        QVERIFY(letters.contains(u"Alt+R"_s));
        QStringList shared;
        for (const Place &place : m_desk->shown.everyPlace(m_desk->bank.fraud.id)) {
            m_desk->go(place);
            for (const QString &text : textsWithLetters(*m_desk->window().currentPage())) {
                if (letters.contains(QKeySequence::mnemonic(text).toString()))
                    shared.append(place.page + u": "_s + text);
            }
        }

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
        for (const Place &place : m_desk->shown.everyPlace(m_desk->bank.fraud.id)) {
            m_desk->go(place);
            for (const auto *action : m_desk->window().findChildren<QAction *>()) {
                for (const QKeySequence &key : action->shortcuts())
                    registered.insert(key.toString());
            }
            for (const auto *key : m_desk->window().findChildren<QShortcut *>())
                registered.insert(key->key().toString());
        }

        QVERIFY2(registered.size() > 25, qPrintable(QString::number(registered.size())));
        QCOMPARE((registered - listed).values(), QStringList());
        m_desk->window().go({u"help"_s, {}});
        QString words;
        for (const auto *label : m_desk->window().currentPage()->findChildren<PlainLabel *>())
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
        m_desk->go(SystemPage::placeOf(m_desk->bank.fraud.id, tab, rest));
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
    /// Of buttons and of the words beside fields, in sight or not yet.
    static QStringList textsWithLetters(const QWidget &page)
    {
        QStringList texts;
        for (const auto *button : page.findChildren<QAbstractButton *>())
            texts.append(button->text());
        for (const auto *label : page.findChildren<QLabel *>()) {
            if (label->buddy())
                texts.append(label->text());
        }
        return texts;
    }
    static QString focusName()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : u"nothing"_s;
    }

    std::unique_ptr<SessionFixture> m_desk;
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
