// What the window says of the whole record: search, saving, other copies, checks, and where one is.
#include "core/workspace/workspace.h"
#include "core/workspace/writelease.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/mainwindow/everythingsearch.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/workspace/workspacepage.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestWindowAndRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_record = std::make_unique<WorkspaceFixture>();
        m_system = m_record->aSystem(u"Fraud scoring"_s);
        m_record->close();
        m_window = std::make_unique<WindowFixture>();
        m_session = std::make_unique<Session>(m_window->window(), m_window->jobs(), m_clock, workspacePages);
        m_session->open(m_record->folder());
        QTRY_VERIFY(m_session->workspace());
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        m_session->workspace()->actAs(all<Person>().first().id);
    }

    void cleanup()
    {
        m_session.reset();
        m_window.reset();
        m_record.reset();
    }

    void aSystemIsFoundByPartOfItsNameAndOpenedByKeys()
    {
        ask(u"SCORING frau"_s);
        QTRY_COMPARE(hits(), QStringList{u"Fraud scoring"_s});

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        QCOMPARE(m_window->window().place(), SystemPage::placeOf(m_system.id));
    }

    void aProvisionIsFoundByItsDesignatorAndShownInTheCatalogue()
    {
        ask(u"5.2.3-2"_s);
        QTRY_VERIFY(!hits().isEmpty());
        QVERIFY(hits().first().startsWith(u"5.2.3-2"_s));

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        QCOMPARE(m_window->window().place(), (Place{u"catalogue"_s, u"5.2.3-2"_s}));
    }

    void peopleAndPartiesLeadToWhereTheyAreChanged()
    {
        const Person ana = all<Person>().first();

        ask(u"ana ruiz"_s);
        QTRY_COMPARE(hits(), QStringList{u"Ana Ruiz"_s});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_window->window().place(), WorkspacePage::placeOf(ana.id));

        ask(u"nordbank"_s);
        QTRY_COMPARE(hits(), QStringList{u"Nordbank"_s});
    }

    void whatIsNewIsFoundAtTheNextQuestion()
    {
        ask(u"chatbot"_s);
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        QVERIFY(hits().isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);

        AiSystem chatbot;
        chatbot.id = Id<AiSystem>::generate(m_clock);
        chatbot.number = u"AI-002"_s;
        chatbot.name = u"Support Chatbot Ünïcode"_s;
        commit(ChangeSet(u"Register"_s).create(chatbot));
        QTRY_VERIFY(!m_session->workspace()->undoLabel().isEmpty());
        ask(u"chatbot unicode"_s);

        QTRY_COMPARE(hits(), QStringList{u"Support Chatbot Ünïcode"_s});
    }

    void amongTenThousandSystemsAKeyTakesNoTime()
    {
        for (int batch = 0; batch < 10; ++batch) {
            ChangeSet many(u"Register many"_s);
            for (int i = 0; i < 1000; ++i) {
                AiSystem system;
                system.id = Id<AiSystem>::generate(m_clock);
                system.number = u"X-%1"_s.arg(batch * 1000 + i);
                system.name = u"Credit assistant %1"_s.arg(batch * 1000 + i);
                many.create(system);
            }
            commit(many);
        }
        EverythingSearch search(*m_session->workspace(), m_window->jobs(), {});
        const auto provider = search.provider();
        QList<SearchHit> found;
        provider(u"credit"_s, [&](const QList<SearchHit> &hits) { found = hits; });
        QTRY_VERIFY(!found.isEmpty());
        QElapsedTimer took;
        took.start();

        provider(u"assistant 9999"_s, [&](const QList<SearchHit> &hits) { found = hits; });

        const auto milliseconds = took.elapsed();
        qInfo("one question among 10,000 systems: %lld ms", milliseconds);
        QVERIFY(milliseconds < 30);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().detail, u"X-9999"_s);
    }

    void savedIsSaidWhenEverythingIsOnTheDisk()
    {
        const auto *saved = m_window->find<PlainLabel>(u"status/saved"_s);
        QCOMPARE(saved->text(), u"Saved"_s);
        AiSystem renamed = m_system;
        renamed.name = u"Fraud scoring, new"_s;

        m_session->workspace()->commit(ChangeSet(u"Rename"_s).change(m_system, renamed));

        QCOMPARE(saved->text(), u"Saving …"_s);
        QTRY_COMPARE(saved->text(), u"Saved"_s);
        QCOMPARE(all<AiSystem>().first().name, u"Fraud scoring, new"_s);
    }

    void aRefusedChangeIsNotSaidToBeSavedUntilTheNextOneIs()
    {
        const auto *saved = m_window->find<PlainLabel>(u"status/saved"_s);
        AiSystem other = m_system;
        other.name = u"Never was"_s;
        AiSystem renamed = m_system;
        renamed.name = u"Fraud"_s;

        m_session->workspace()->commit(ChangeSet(u"Rename"_s).change(other, renamed));

        QTRY_COMPARE(saved->text(), u"The last change was not saved"_s);
        QCOMPARE(all<AiSystem>().first().name, u"Fraud scoring"_s);
        m_session->workspace()->commit(ChangeSet(u"Rename"_s).change(m_system, renamed));
        QTRY_COMPARE(saved->text(), u"Saved"_s);
        m_session->workspace()->notePlanRefused();
        QCOMPARE(saved->text(), u"The last change was not saved"_s);
    }

    void whatAnotherCopyWroteIsSaidAndShown()
    {
        m_window->window().go({u"systems"_s, {}});
        const auto *table = m_window->find<TableView>(u"systems"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const auto other = Workspace::open(m_record->folder(), Workspace::Access::ReadWrite, m_clock);
        QVERIFY(other);
        (*other)->actAs(all<Person>().first().id);
        AiSystem added;
        added.id = Id<AiSystem>::generate(m_clock);
        added.number = u"AI-009"_s;
        added.name = u"Made elsewhere"_s;

        QVERIFY((*other)->commitAndWait(ChangeSet(u"Register"_s).create(added)));

        const auto *saved = m_window->find<PlainLabel>(u"status/saved"_s);
        QTRY_VERIFY_WITH_TIMEOUT(saved->text().startsWith(u"Changed elsewhere"_s), 10'000);
        QTRY_COMPARE(table->model()->rowCount(), 2);
    }

    void whoElseHoldsTheRightToWriteIsNamedUntilTheyGiveItBack()
    {
        const auto *held = m_window->find<PlainLabel>(u"status/held"_s);
        qputenv("PLIMSOLL_WRITE_LEASE", "always");
        m_session->open(m_record->folder());
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        QVERIFY(!held->isVisible());
        WriteLease lease(m_record->folder());

        QVERIFY(lease.take({{}, u"jo"_s, u"pc-8"_s}));

        QTRY_VERIFY_WITH_TIMEOUT(held->isVisible(), 10'000);
        QVERIFY(held->text().startsWith(u"jo on pc-8 is writing here"_s));
        QVERIFY(held->text().contains(u"read"_s));
        lease.giveBack();
        QTRY_VERIFY_WITH_TIMEOUT(!held->isVisible(), 10'000);
        qunsetenv("PLIMSOLL_WRITE_LEASE");
    }

    void theFindingOfACheckStaysInTheStatusLine()
    {
        m_window->window().go({u"journal"_s, {}});
        const auto *state = m_window->find<PlainLabel>(u"status/record"_s);
        QVERIFY(state->text().isEmpty());

        m_window->find<QPushButton>(u"journalVerify"_s)->click();

        QTRY_VERIFY(state->text().startsWith(u"Record unaltered, checked 20"_s));
        m_window->window().go({u"systems"_s, {}});
        QVERIFY(state->text().startsWith(u"Record unaltered"_s));
    }

    void theLineOfTheSystemsIsMarkedWhileOneIsOpen()
    {
        m_window->window().go(SystemPage::placeOf(m_system.id));

        const auto *navigation = m_window->window().findChild<Navigation *>();
        QVERIFY(navigation->currentItem());
        QCOMPARE(navigation->currentItem()->text(), u"Systems"_s);
        m_window->window().go({u"help"_s, {}});
        QVERIFY(!navigation->currentItem());
    }

    void tabGoesThroughEveryPageFromTopToBottom()
    {
        auto *navigation = m_window->window().findChild<Navigation *>();
        for (const Place &place : m_window->everyPlace(m_system.id)) {
            m_window->window().go(place);
            QTRY_VERIFY(m_window->jobs().running().isEmpty());
            const QStringList faults = m_window->faults(); // lays it out
            QVERIFY2(faults.isEmpty(), qPrintable(place.page + faults.join(u" / ")));
            const Page *page = m_window->window().currentPage();
            QSet<QWidget *> unvisited;
            for (QWidget *widget : page->findChildren<QWidget *>()) {
                // Of radio buttons the chosen one; arrow keys lead to the others.
                const auto *radio = qobject_cast<QRadioButton *>(widget);
                if (radio && !radio->isChecked())
                    continue;
                if (widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
                    !widget->isWindow() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
                    unvisited.insert(widget);
            }
            navigation->setFocus();
            const QWidget *before = nullptr;
            for (int step = 0; step < 500; ++step) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                QWidget *stop = QApplication::focusWidget();
                if (stop == navigation)
                    break;
                if (!page->isAncestorOf(stop))
                    continue;
                QVERIFY2(unvisited.remove(stop) || qobject_cast<QScrollArea *>(stop),
                         "a stop was met twice, or is none");
                if (before) {
                    const QPoint from = before->mapTo(page, QPoint());
                    const QPoint to = stop->mapTo(page, QPoint());
                    const QString what = u"%1: from “%2” at %3,%4 up to “%5” at %6,%7"_s
                                             .arg(place.page + place.target.section(u'/', 1),
                                                  before->accessibleName() + before->objectName())
                                             .arg(from.x())
                                             .arg(from.y())
                                             .arg(stop->accessibleName() + stop->objectName())
                                             .arg(to.x())
                                             .arg(to.y());
                    QVERIFY2(to.y() + stop->height() > from.y() || to.x() > from.x(), qPrintable(what));
                }
                before = stop;
            }
            QStringList left;
            for (const QWidget *widget : std::as_const(unvisited))
                left.append(widget->objectName() + widget->accessibleName());
            QVERIFY2(left.isEmpty(), qPrintable(u"%1 %2: %3"_s.arg(place.page, place.target.section(u'/', 1),
                                                                   left.join(u", "_s))));
        }
    }

    void aPageOfWordsIsScrolledByKeys()
    {
        MainWindow &window = m_window->window();
        window.resize(900, 500);
        window.go({u"help"_s, {}});
        const auto *area = window.currentPage()->findChild<QScrollArea *>();
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        window.findChild<Navigation *>()->setFocus();

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);

        QVERIFY(area->verticalScrollBar()->value() > 0);
    }

    void theRecordMenuOffersWhatTheShownTabCanDo()
    {
        m_window->window().go(SystemPage::placeOf(m_system.id, u"checklist"_s));
        QVERIFY(recordMenu().contains(u"Next open item"_s));
        QVERIFY(recordMenu().contains(u"Export …"_s));

        m_window->window().go(SystemPage::placeOf(m_system.id, u"profile"_s));

        QVERIFY(!recordMenu().contains(u"Next open item"_s));
        QVERIFY(recordMenu().contains(u"Export …"_s));
    }

    void exportingASystemBeginsWithItChosen()
    {
        m_window->window().go(SystemPage::placeOf(m_system.id));
        QTRY_VERIFY(m_window->jobs().running().isEmpty());

        m_window->find<QPushButton>(u"system/export"_s)->click();

        QCOMPARE(m_window->window().place(), PackagesPage::placeToIssue(m_system.id));
        const auto *list = m_window->find<QListView>(u"packages/systems/list"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_COMPARE(list->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

private:
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
    }
    void ask(const QString &words)
    {
        QTest::keyClick(&m_window->window(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_window->window().findChild<CommandPalette *>()->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), words);
    }
    [[nodiscard]] QStringList hits() const
    {
        const auto *list = m_window->window().findChild<CommandPalette *>()->findChild<QListWidget *>();
        QStringList titles;
        for (int row = 0; row < list->count(); ++row)
            titles.append(list->item(row)->text());
        return titles;
    }
    [[nodiscard]] QStringList recordMenu() const
    {
        QMenu *menu = m_window->window().menuBar()->actions().at(2)->menu();
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts.append(action->text().remove(u'&'));
        return texts;
    }

    const SystemClock m_clock;
    std::unique_ptr<WorkspaceFixture> m_record;
    std::unique_ptr<WindowFixture> m_window;
    std::unique_ptr<Session> m_session;
    AiSystem m_system;
};

QTEST_MAIN(TestWindowAndRecord)
#include "tst_windowandrecord.moc"
