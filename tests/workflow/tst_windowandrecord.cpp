// What the window says of the whole record: saving, other copies, checks, what can be done, and where one is.
#include "core/workspace/workspace.h"
#include "core/workspace/writelease.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
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

    void theRecordMenuOffersTheStepsOfEveryPageAndThoseThatBeginSomething()
    {
        const QList<QPair<Place, QString>> steps{
            {{u"overview"_s, {}}, u"New system …"_s},
            {{u"evidence"_s, {}}, u"Add files …"_s},
            {{u"journal"_s, {}}, u"Check the record"_s},
            {{u"workspace"_s, {}}, u"Back up now"_s},
            {{u"newsystem"_s, {}}, u"Register the system"_s},
            {{u"importregister"_s, {}}, u"Look at what it would do"_s},
            {SystemPage::placeOf(m_system.id, u"responsibilities"_s), u"Add the party"_s},
            {SystemPage::placeOf(m_system.id, u"inventory"_s), u"Add the asset"_s},
            {SystemPage::placeOf(m_system.id, u"checklist"_s), u"Attach a file …"_s},
            {SystemPage::placeOf(m_system.id, u"profile"_s), u"Write the limitation or risk down"_s}};
        for (const auto &[place, step] : steps) {
            m_window->window().go(place);
            m_window->settle();
            QVERIFY2(recordMenu().contains(step), qPrintable(step + u": "_s + recordMenu().join(u", "_s)));
        }
        for (const Place &place : m_window->everyPlace(m_system.id)) {
            m_window->window().go(place);
            QVERIFY2(recordMenu().contains(u"Import a register …"_s), qPrintable(place.page));
        }
        m_window->window().go({u"workspace"_s, {}});
        const auto name = [](const QAction *action) {
            return action->text().remove(u'&');
        };
        const auto offered = m_window->window().currentPage()->recordActions();
        const auto restore = std::ranges::find(offered, u"Restore a backup …"_s, name);
        QVERIFY(restore != offered.cend());

        (*restore)->trigger();

        QCOMPARE(m_window->window().place().page, u"restore"_s);
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
    [[nodiscard]] QStringList recordMenu() const
    {
        QMenu *menu = m_window->window().menuBar()->actions().at(2)->menu();
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts.append(action->text().remove(u'&'));
        return texts;
    }

    const SystemClock m_clock = {};
    std::unique_ptr<WorkspaceFixture> m_record;
    std::unique_ptr<WindowFixture> m_window;
    std::unique_ptr<Session> m_session;
    AiSystem m_system;
};

QTEST_MAIN(TestWindowAndRecord)
#include "tst_windowandrecord.moc"
