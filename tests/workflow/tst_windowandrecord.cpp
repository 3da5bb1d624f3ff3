// What the window says of the whole record: saving, other copies, checks, what can be done, and where one is.
#include "core/workspace/workspace.h"
#include "core/workspace/writelease.h"
#include "tests/support/contrastwalk.h"
#include "tests/support/systeminwindow.h"
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
    void init() { m_open = std::make_unique<SystemInWindow>(); }
    void cleanup() { m_open.reset(); }

    void savedIsSaidWhenEverythingIsOnTheDisk()
    {
        const auto *saved = m_open->shown.find<PlainLabel>(u"status/saved"_s);
        QCOMPARE(saved->text(), u"Saved"_s);
        AiSystem renamed = m_open->system;
        renamed.name = u"Fraud scoring, new"_s;

        m_open->session.workspace()->commit(ChangeSet(u"Rename"_s).change(m_open->system, renamed));

        QCOMPARE(saved->text(), u"Saving …"_s);
        QTRY_COMPARE(saved->text(), u"Saved"_s);
        QCOMPARE(m_open->all<AiSystem>().first().name, u"Fraud scoring, new"_s);
    }

    void aRefusedChangeIsNotSaidToBeSavedUntilTheNextOneIs()
    {
        const auto *saved = m_open->shown.find<PlainLabel>(u"status/saved"_s);
        AiSystem other = m_open->system;
        other.name = u"Never was"_s;
        AiSystem renamed = m_open->system;
        renamed.name = u"Fraud"_s;

        m_open->session.workspace()->commit(ChangeSet(u"Rename"_s).change(other, renamed));

        QTRY_COMPARE(saved->text(), u"The last change was not saved"_s);
        QCOMPARE(m_open->all<AiSystem>().first().name, u"Fraud scoring"_s);
        m_open->session.workspace()->commit(ChangeSet(u"Rename"_s).change(m_open->system, renamed));
        QTRY_COMPARE(saved->text(), u"Saved"_s);
        m_open->session.workspace()->notePlanRefused();
        QCOMPARE(saved->text(), u"The last change was not saved"_s);
    }

    void whatAnotherCopyWroteIsSaidAndShown()
    {
        m_open->shown.window().go({u"systems"_s, {}});
        const auto *table = m_open->shown.find<TableView>(u"systems"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const auto other =
            Workspace::open(m_open->record.folder(), Workspace::Access::ReadWrite, m_open->clock);
        QVERIFY(other);
        (*other)->actAs(m_open->all<Person>().first().id);
        AiSystem added;
        added.id = Id<AiSystem>::generate(m_open->clock);
        added.number = u"AI-009"_s;
        added.name = u"Made elsewhere"_s;

        QVERIFY((*other)->commitAndWait(ChangeSet(u"Register"_s).create(added)));

        const auto *saved = m_open->shown.find<PlainLabel>(u"status/saved"_s);
        QTRY_VERIFY_WITH_TIMEOUT(saved->text().startsWith(u"Changed elsewhere"_s), 10'000);
        QTRY_COMPARE(table->model()->rowCount(), 2);
    }

    void whoElseHoldsTheRightToWriteIsNamedUntilTheyGiveItBack()
    {
        const auto *held = m_open->shown.find<PlainLabel>(u"status/held"_s);
        qputenv("PLIMSOLL_WRITE_LEASE", "always");
        m_open->session.open(m_open->record.folder());
        QTRY_VERIFY(m_open->shown.jobs().running().isEmpty());
        QVERIFY(!held->isVisible());
        WriteLease lease(m_open->record.folder());

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
        m_open->shown.window().go({u"journal"_s, {}});
        const auto *state = m_open->shown.find<PlainLabel>(u"status/record"_s);
        QVERIFY(state->text().isEmpty());

        m_open->shown.find<QPushButton>(u"journalVerify"_s)->click();

        QTRY_VERIFY(state->text().startsWith(u"Record unaltered, checked 20"_s));
        m_open->shown.window().go({u"systems"_s, {}});
        QVERIFY(state->text().startsWith(u"Record unaltered"_s));
    }

    void theLineOfTheSystemsIsMarkedWhileOneIsOpen()
    {
        m_open->shown.window().go(SystemPage::placeOf(m_open->system.id));

        const auto *navigation = m_open->shown.window().findChild<Navigation *>();
        QVERIFY(navigation->currentItem());
        QCOMPARE(navigation->currentItem()->text(), u"Systems"_s);
        m_open->shown.window().go({u"help"_s, {}});
        QVERIFY(!navigation->currentItem());
    }

    void everyTextOfEveryPageIsReadInEveryAppearance_data()
    {
        QTest::addColumn<int>("appearance");
        QTest::newRow("light") << int(Appearance::Light);
        QTest::newRow("dark") << int(Appearance::Dark);
        QTest::newRow("high contrast") << int(Appearance::HighContrast);
    }

    void everyTextOfEveryPageIsReadInEveryAppearance()
    {
        QFETCH(const int, appearance);
        m_open->shown.theme().setAppearance(Appearance(appearance));
        QStringList faint;

        for (const Place &place : m_open->shown.everyPlace(m_open->system.id)) {
            m_open->shown.window().go(place);
            m_open->shown.settle();
            for (const QString &fault : faintTexts(m_open->shown.window()))
                faint.append(place.page + u": "_s + fault);
        }

        QVERIFY2(faint.isEmpty(), qPrintable(faint.join(u'\n')));
    }

    void tabGoesThroughEveryPageFromTopToBottom()
    {
        auto *navigation = m_open->shown.window().findChild<Navigation *>();
        for (const Place &place : m_open->shown.everyPlace(m_open->system.id)) {
            m_open->shown.window().go(place);
            QTRY_VERIFY(m_open->shown.jobs().running().isEmpty());
            const QStringList faults = m_open->shown.faults(); // lays it out
            QVERIFY2(faults.isEmpty(), qPrintable(place.page + faults.join(u" / ")));
            const Page *page = m_open->shown.window().currentPage();
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
        MainWindow &window = m_open->shown.window();
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
            {SystemPage::placeOf(m_open->system.id, u"responsibilities"_s), u"Add the party"_s},
            {SystemPage::placeOf(m_open->system.id, u"inventory"_s), u"Add the asset"_s},
            {SystemPage::placeOf(m_open->system.id, u"checklist"_s), u"Attach a file …"_s},
            {SystemPage::placeOf(m_open->system.id, u"profile"_s), u"Write the limitation or risk down"_s}};
        for (const auto &[place, step] : steps) {
            m_open->shown.window().go(place);
            m_open->shown.settle();
            QVERIFY2(recordMenu().contains(step), qPrintable(step + u": "_s + recordMenu().join(u", "_s)));
        }
        for (const Place &place : m_open->shown.everyPlace(m_open->system.id)) {
            m_open->shown.window().go(place);
            QVERIFY2(recordMenu().contains(u"Import a register …"_s), qPrintable(place.page));
        }
        m_open->shown.window().go({u"workspace"_s, {}});
        const auto name = [](const QAction *action) {
            return action->text().remove(u'&');
        };
        const auto offered = m_open->shown.window().currentPage()->recordActions();
        const auto restore = std::ranges::find(offered, u"Restore a backup …"_s, name);
        QVERIFY(restore != offered.cend());

        (*restore)->trigger();

        QCOMPARE(m_open->shown.window().place().page, u"restore"_s);
    }

    void theRecordMenuOffersWhatTheShownTabCanDo()
    {
        m_open->shown.window().go(SystemPage::placeOf(m_open->system.id, u"checklist"_s));
        QVERIFY(recordMenu().contains(u"Next open item"_s));
        QVERIFY(recordMenu().contains(u"Export …"_s));

        m_open->shown.window().go(SystemPage::placeOf(m_open->system.id, u"profile"_s));

        QVERIFY(!recordMenu().contains(u"Next open item"_s));
        QVERIFY(recordMenu().contains(u"Export …"_s));
    }

    void exportingASystemBeginsWithItChosen()
    {
        m_open->shown.window().go(SystemPage::placeOf(m_open->system.id));
        QTRY_VERIFY(m_open->shown.jobs().running().isEmpty());

        m_open->shown.find<QPushButton>(u"system/export"_s)->click();

        QCOMPARE(m_open->shown.window().place(), PackagesPage::placeToIssue(m_open->system.id));
        const auto *list = m_open->shown.find<QListView>(u"packages/systems/list"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_COMPARE(list->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

private:
    [[nodiscard]] QStringList recordMenu() const
    {
        QMenu *menu = m_open->shown.window().menuBar()->actions().at(2)->menu();
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts.append(action->text().remove(u'&'));
        return texts;
    }

    std::unique_ptr<SystemInWindow> m_open;
};

QTEST_MAIN(TestWindowAndRecord)
#include "tst_windowandrecord.moc"
