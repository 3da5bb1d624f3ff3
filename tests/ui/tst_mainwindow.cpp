#include "core/workspace/workspace.h"
#include "tests/support/accessibilitywalk.h"
#include "tests/support/ownsettings.h"
#include "tests/support/workspacefixture.h"
#include "ui/jobs/jobs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/recentworkspaces.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/pagelist.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

std::vector<PageKind> threePages(QStringList &made)
{
    const auto kind = [&made](const QString &key) {
        return PageKind{key, key, Listing::InNavigation, [&made, key] {
                            made.append(key);
                            return new Page(key);
                        }};
    };
    return {kind(u"one"_s), kind(u"two"_s), kind(u"three"_s)};
}

/// Tab by tab, as somebody without a mouse does it.
bool tabTo(QWidget &window, const QWidget *goal)
{
    for (int step = 0; step < 60; ++step) {
        if (QApplication::focusWidget() == goal)
            return true;
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_Tab);
    }
    return false;
}

}

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        keepSettingsIn(m_folder->path());
        m_theme = std::make_unique<Theme>(*qApp);
        m_jobs = std::make_unique<Jobs>();
        m_window = std::make_unique<MainWindow>(*m_theme, *m_jobs);
    }

    void cleanup()
    {
        m_window.reset();
        m_jobs.reset();
        m_theme.reset();
    }

    void pagesAreMadeAtTheFirstVisitAndKept()
    {
        QStringList made;
        m_window->setPages(threePages(made));
        QCOMPARE(made, QStringList{u"one"_s});

        m_window->go({u"two"_s, {}});
        m_window->go({u"one"_s, {}});
        m_window->go({u"two"_s, {}});

        QCOMPARE(made, (QStringList{u"one"_s, u"two"_s}));
    }

    void theKeyboardIsOnTheNavigationWhenTheFormBeforeIsGone()
    {
        m_window->setPages({PageKind{u"form"_s, u"form"_s, Listing::InNavigation, [] {
                                         auto *page = new Page(u"form"_s);
                                         auto *field = new QLineEdit(page);
                                         page->setFocusProxy(field);
                                         return page;
                                     }}});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(qobject_cast<QLineEdit *>(m_window->focusWidget()));

        QStringList made;
        m_window->setPages(threePages(made));

        QVERIFY(qobject_cast<Navigation *>(m_window->focusWidget()));
        QTRY_VERIFY(m_window->findChild<Navigation *>()->hasFocus());
    }

    void anUnknownPlaceChangesNothing()
    {
        QStringList made;
        m_window->setPages(threePages(made));

        m_window->go({u"nowhere"_s, {}});

        QCOMPARE(m_window->place(), (Place{u"one"_s, {}}));
    }

    void altLeftComesBackToPageAndTarget()
    {
        QStringList made;
        m_window->setPages(threePages(made));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->go({u"two"_s, u"a"_s});
        Q_EMIT m_window->currentPage()->targetChanged(u"b"_s);
        m_window->go({u"three"_s, {}});

        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_window->place(), (Place{u"two"_s, u"b"_s}));

        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->place(), (Place{u"three"_s, {}}));
    }

    void thePaletteGoesToAPageByKeysAlone()
    {
        QStringList made;
        m_window->setPages(threePages(made));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));

        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = m_window->findChild<CommandPalette *>();
        QVERIFY(palette->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"thr"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        QCOMPARE(m_window->place().page, u"three"_s);
        QVERIFY(!palette->isVisible());
    }

    void navigationWorksByArrowsAndByNumbers()
    {
        QStringList made;
        m_window->setPages(threePages(made));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto *navigation = m_window->findChild<Navigation *>();

        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), navigation);
        QTest::keyClick(navigation, Qt::Key_Down);
        QCOMPARE(m_window->place().page, u"two"_s);

        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->place().page, u"three"_s);
    }

    void aWindowThatIsNewFitsOnTheScreenWithItsFrame()
    {
        const QSize screen = m_window->screen()->availableSize();

        QVERIFY2(screen.height() < 840, "A large screen proves nothing");
        QVERIFY(m_window->height() <= screen.height() - 40);
        QVERIFY(m_window->width() <= screen.width());
        const QSize framed = m_window->frameGeometry().size();
        QCOMPARE(framed.boundedTo(screen), framed);
    }

    void undoSaysWhatItWouldTakeBack()
    {
        m_window->setUndoLabels(u"Assign R&D"_s, {});

        QStringList texts;
        for (const auto *action : m_window->findChildren<QAction *>())
            texts.append(action->text());
        QVERIFY(texts.contains(u"&Undo: Assign R&&D"_s));
        QVERIFY(texts.contains(u"&Redo"_s));
    }

    void theWorkspaceThatIsOpenStaysSoUntilAnotherIsMade()
    {
        const SystemClock clock;
        Session session(*m_window, *m_jobs, clock, workspacePages);
        const WorkspaceFixture record;
        session.open(record->folder());
        QTRY_VERIFY(session.workspace());
        const Place before = m_window->place();

        Q_EMIT m_window->newWorkspaceAsked();

        QCOMPARE(m_window->place().page, u"who"_s);
        QVERIFY(session.workspace());
        m_window->go(before);
        QCOMPARE(m_window->place().page, before.page);
    }

    void aNewWorkspaceIsMadeByKeyboardAlone()
    {
        const SystemClock clock;
        Session session(*m_window, *m_jobs, clock, workspacePages);
        session.begin();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(m_window->place().page, u"who"_s);
        const auto fields = m_window->currentPage()->findChildren<QLineEdit *>();
        const QString folder = m_folder->filePath(u"mine.plimsoll"_s);
        const QStringList given{u"Jo Lee"_s, u"jo@nordbank.example"_s, u"Engineering"_s, u"Nordbank"_s,
                                folder};
        for (qsizetype i = 0; i < fields.size(); ++i) {
            QVERIFY(tabTo(*m_window, fields[i]));
            fields[i]->selectAll();
            QTest::keyClicks(fields[i], given[i]);
        }
        QVERIFY(tabTo(*m_window, m_window->findChild<QPushButton *>(u"makeWorkspace"_s)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);

        QTRY_VERIFY(session.workspace());

        QCOMPARE(QDir(session.workspace()->folder()), QDir(folder));
        QVERIFY(!session.workspace()->actor().isNull());
        QCOMPARE(recentWorkspaces(), QStringList{folder});
        QVERIFY(m_window->windowTitle().contains(u"mine"_s));
        const Place first = m_window->place();
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier); // history begins with the workspace
        QCOMPARE(m_window->place(), first);
    }

    void whatCannotBeOpenedIsSaidOnThePage()
    {
        const SystemClock clock;
        Session session(*m_window, *m_jobs, clock, workspacePages);
        session.begin();

        session.open(m_folder->filePath(u"absent.plimsoll"_s));

        QTRY_VERIFY(m_window->currentPage()->banner().isVisibleTo(m_window.get()));
        QVERIFY(!session.workspace());
    }

    void startedWithAFolderThatIsRefusedTheWindowShowsItsDoors()
    {
        const SystemClock clock;
        Session session(*m_window, *m_jobs, clock, workspacePages);

        session.open(m_folder->filePath(u"absent.plimsoll"_s));

        QTRY_COMPARE(m_window->place().page, u"start"_s);
        QVERIFY(m_window->currentPage()->banner().isVisibleTo(m_window.get()));
    }

    void everyPageIsAccessible_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }

    void everyPageIsAccessible()
    {
        QFETCH(double, scale);
        m_theme->setTextScale(scale);
        const SystemClock clock;
        const QString folder = m_folder->filePath(u"walk.plimsoll"_s);
        const NewWorkspace start{u"Nordbank"_s, {}, u"Jo Lee"_s, {}, {}, true};
        QVERIFY(Workspace::create(folder, start, clock).has_value());
        Session session(*m_window, *m_jobs, clock, workspacePages);
        m_window->resize(1280, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QStringList faults;
        const auto walk = [&] {
            for (const PageKind &kind : std::vector(m_window->pages())) {
                m_window->go({kind.key, {}});
                QTRY_VERIFY(m_jobs->running().isEmpty());
                QStringList found; // layouts settle over several turns of the event loop
                (void)QTest::qWaitFor([&] {
                    found = accessibilityFaults(*m_window);
                    return found.isEmpty();
                });
                for (const QString &fault : std::as_const(found))
                    faults.append(kind.key + u": "_s + fault);
            }
        };

        session.begin();
        walk();
        session.open(folder);
        QTRY_VERIFY(session.workspace());
        walk();

        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
