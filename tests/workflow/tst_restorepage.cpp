// A backup restored through the real window: asked first, nothing lost, refused in sentences.
#include "core/workspace/backup.h"
#include "core/workspace/restoring.h"
#include "tests/support/files.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/mainwindow/restorationnotice.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/workspace/restorepage.h"
#include "ui/pages/workspace/workspacepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class RestoringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_record = std::make_unique<WorkspaceFixture>();
        m_record->aSystem(u"Kept"_s);
        m_backup = backupOf(*m_record, m_clock.now().addDays(-1));
        m_record->aSystem(u"Made later"_s);
        m_record->close();
        m_window = std::make_unique<WindowFixture>();
        m_session = std::make_unique<Session>(m_window->window(), m_window->jobs(), m_clock, workspacePages);
    }

    void cleanup()
    {
        m_session.reset();
        m_window.reset();
        m_record.reset();
    }

    void anEarlierStateComesBackOnceItIsConfirmedAndTheLaterOneIsKept()
    {
        open();
        menuStep()->trigger();
        QCOMPARE(m_window->window().place().page, QString(RestorePage::key));
        choose(m_backup);
        m_window->find<QPushButton>(u"restore/this"_s)->click();
        const auto *question = m_window->find<PlainLabel>(u"restore/question"_s);
        QVERIFY(question->isVisible());
        QVERIFY(question->plainText().contains(u"Nothing is lost"_s));
        QCOMPARE(systems(), (QStringList{u"Kept"_s, u"Made later"_s}));

        m_window->find<QPushButton>(u"restore/sure"_s)->click();

        QTRY_COMPARE(m_window->window().place().page, QString(WorkspacePage::key));
        QTRY_VERIFY(m_session->workspace());
        QCOMPARE(systems(), QStringList{u"Kept"_s});
        const Banner &banner = m_window->window().currentPage()->banner();
        QVERIFY(banner.isVisible());
        const QStringList backups = backupsIn(m_session->workspace()->backupsFolder());
        QVERIFY(banner.accessibleName().contains(QFileInfo(backups.first()).fileName()));
        restoreFirst();
        QTRY_VERIFY(m_session->workspace() && systems().size() == 2);
    }

    void everyBackupSaysUpToWhichEntryItGoes()
    {
        open();
        menuStep()->trigger();
        const auto *model = m_window->find<TableView>(u"backups"_s)->model();

        QCOMPARE(model->headerData(3, Qt::Horizontal).toString(), u"Up to entry"_s);
        const int oldest = model->rowCount() - 1;
        QTRY_COMPARE(model->index(oldest, 3).data().toLongLong(), *lastEntryIn(m_backup));
        QVERIFY(m_window->find<TableView>(u"backups"_s)->selectionModel()->isRowSelected(0));
    }

    void whatIsNotConfirmedChangesNothing()
    {
        open();
        m_window->window().go({WorkspacePage::key, {}});
        m_window->find<QPushButton>(u"workspace/restore"_s)->click();
        choose(m_backup);
        m_window->find<QPushButton>(u"restore/this"_s)->click();

        m_window->window().go({u"systems"_s, {}});
        m_window->window().go({RestorePage::key, {}});

        QVERIFY(
            m_window->find<PlainLabel>(u"restore/what"_s)->plainText().contains(u"before you confirm it"_s));
        QVERIFY(!m_window->find<PlainLabel>(u"restore/question"_s)->isVisible());
        QCOMPARE(systems().size(), 2);
    }

    void aDamagedBackupIsRefusedInASentenceAndTheWorkspaceIsShownAsItWas()
    {
        open();
        QVERIFY(QFile::setPermissions(m_backup, QFile::ReadOwner | QFile::WriteOwner));
        writeFile(m_backup, "no database at all");
        m_window->window().go({RestorePage::key, {}});
        choose(m_backup);
        m_window->find<QPushButton>(u"restore/this"_s)->click();

        m_window->find<QPushButton>(u"restore/sure"_s)->click();

        QTRY_VERIFY(m_session->workspace() && m_window->jobs().running().isEmpty());
        QTRY_VERIFY(m_window->window().currentPage()->banner().isVisible());
        QCOMPARE(systems().size(), 2);
    }

    void aWorkspaceThatDoesNotOpenLeadsToItsBackups()
    {
        const QString database = m_record->folder() + u"/workspace.db"_s;
        QVERIFY(QFile::remove(database));
        writeFile(database, QByteArray(8192, 'x'));

        m_session->open(m_record->folder());

        QTRY_COMPARE(m_window->window().place().page, u"start"_s);
        Banner &banner = m_window->window().currentPage()->banner();
        QTRY_VERIFY(banner.isVisible());
        Q_EMIT banner.acted();
        QCOMPARE(m_window->window().place().page, QString(RestorePage::key));
        restoreFirst();
        QTRY_VERIFY(m_session->workspace());
        QCOMPARE(systems(), QStringList{u"Kept"_s});
    }

    void aRestoreOfAnotherCopyIsSaidOnAnyPageWithTheWayToTheJournal()
    {
        open();
        m_window->window().go({u"systems"_s, {}});
        m_window->settle();

        const Restoration entry = restoreElsewhere(m_backup);

        Banner &news = m_window->window().news();
        QTRY_VERIFY(news.isVisible());
        const QString said = news.accessibleName();
        QVERIFY2(said.contains(u"Ana Ruiz put back the backup of "_s + dayOf(entry)), qPrintable(said));
        QVERIFY2(said.contains(u"is kept as "_s + entry.keptAs), qPrintable(said));
        QCOMPARE(m_window->window().place().page, u"systems"_s);
        QCOMPARE(m_window->faults(), QStringList());
        Q_EMIT news.acted();
        QCOMPARE(m_window->window().place().page, u"journal"_s);
        QVERIFY(!news.isVisible());
    }

    void aSystemThatARestoreTookOutOfTheRecordSaysSoAndTakesNothing()
    {
        open();
        const Place card = SystemPage::placeOf(idOf(u"Made later"_s), u"checklist"_s, u"5.1.1-1"_s);
        m_window->window().go(card);
        m_window->settle();
        QTest::keyClicks(m_window->find<PlainTextEdit>(u"rationale"_s), u"Begun"_s);

        restoreElsewhere(m_backup);

        auto *gone = m_window->find<EmptyHint>(u"system/gone"_s);
        QTRY_VERIFY(gone->isVisible());
        m_window->settle();
        QCOMPARE(takingText(), QStringList());
        QCOMPARE(m_window->window().currentPage()->recordActions(), QList<QAction *>());
        m_window->window().go({u"journal"_s, {}});
        m_window->window().go(card);
        m_window->settle();
        QCOMPARE(takingText(), QStringList());
        QCOMPARE(m_window->faults(), QStringList());
        Q_EMIT gone->stepTaken();
        QCOMPARE(m_window->window().place().page, u"systems"_s);
    }

    void theSystemThatIsThereIsShownAfterOneThatIsGone()
    {
        open();
        m_window->window().go(SystemPage::placeOf(idOf(u"Made later"_s)));
        restoreElsewhere(m_backup);
        auto *gone = m_window->find<EmptyHint>(u"system/gone"_s);
        QTRY_VERIFY(gone->isVisible());

        m_window->window().go(SystemPage::placeOf(idOf(u"Kept"_s)));

        QTRY_VERIFY(!gone->isVisible());
        m_window->settle();
        QVERIFY(!takingText().isEmpty());
        QCOMPARE(QApplication::focusWidget(), m_window->find<QWidget>(u"systemTabs"_s));
    }

    void aSecondRestoreIsSaidBesideTheFirst()
    {
        open();
        Banner &news = m_window->window().news();
        const QString first = restoreElsewhere(m_backup).keptAs;
        QTRY_VERIFY(news.isVisible());

        const QString second = restoreElsewhere(m_backup).keptAs;

        const auto isSaid = [&news](const QString &kept) {
            return news.accessibleName().contains(u"is kept as %1 in the folder “backups”."_s.arg(kept));
        };
        QTRY_VERIFY(isSaid(second));
        QVERIFY(isSaid(first));
        news.hide();
        const QString third = restoreElsewhere(m_backup).keptAs;
        QTRY_VERIFY(isSaid(third));
        QVERIFY(!isSaid(first)); // it was dismissed
    }

    void aBackupOfAnotherWorkspaceIsSaidAsSuchAndItsOwnRestoresAreNoNews()
    {
        const FixedClock ahead(m_clock.now().addYears(1));
        WorkspaceFixture other;
        const QString theirs = backupOf(other, m_clock.now().addDays(-1));
        QVERIFY(restore({.backup = theirs, .workspaceFolder = other.folder(), .person = {}}, ahead));
        const QString later = backupOf(other, m_clock.now());
        open();

        const Restoration entry = restoreElsewhere(later, BackupOf::AnyWorkspace);

        QVERIFY(entry.anotherWorkspace);
        const Banner &news = m_window->window().news();
        QTRY_VERIFY(news.isVisible());
        const QString said = news.accessibleName();
        QVERIFY2(said.contains(u"replaced this workspace with another one"_s), qPrintable(said));
        QVERIFY2(said.contains(entry.keptAs), qPrintable(said));
        QCOMPARE(said.count(u"is kept as"_s), 1);
    }

    void whatIsRestoredBetweenTheOpeningAndTheFirstLookIsNews()
    {
        const auto here = Workspace::open(m_record->folder(), Workspace::Access::ReadWrite, m_clock);
        const auto known = RestorationNotice::knownTo(**here);
        const Restoration entry = restoreElsewhere(m_backup);
        Banner banner;

        const RestorationNotice notice(**here, *known, m_window->jobs(), banner);

        QTRY_VERIFY(banner.accessibleName().contains(entry.keptAs));
    }

    void anotherChangeElsewhereAndWhatWasRestoredBeforeAreNoNews()
    {
        restoreElsewhere(m_backup);
        open();
        m_window->settle();
        const QSignalSpy told(m_session->workspace(), &Workspace::changedElsewhere);

        renameASystemElsewhere();

        QTRY_VERIFY(!told.isEmpty());
        m_window->settle();
        QVERIFY(!m_window->window().news().isVisible());
    }

    void withoutAWorkspaceThereIsNothingToRestore()
    {
        m_session->begin();
        QVERIFY(!menuStep()->isEnabled());

        open();

        QVERIFY(menuStep()->isEnabled());
    }

    void everybodyCanUseIt_data() { WindowFixture::bothTextSizes(); }
    void everybodyCanUseIt()
    {
        QFETCH(double, scale);
        m_window->theme().setTextScale(scale);
        open();
        m_window->window().go({RestorePage::key, {}});
        choose(m_backup);

        m_window->find<QPushButton>(u"restore/this"_s)->click();

        QCOMPARE(m_window->faults(), QStringList());
        m_window->theme().setTextScale(1);
    }

private:
    void open()
    {
        m_session->open(m_record->folder());
        QTRY_VERIFY(m_session->workspace());
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
    }
    [[nodiscard]] QAction *menuStep() const
    {
        for (QAction *action : m_window->window().menuBar()->actions().first()->menu()->actions()) {
            if (action->text().contains(u"Restore a backup"_s))
                return action;
        }
        qFatal("The File menu restores nothing");
    }
    [[nodiscard]] Id<AiSystem> idOf(const QString &system) const
    {
        const auto reader = m_session->workspace()->reader();
        const auto found = Repository<AiSystem>(**reader).where(&AiSystem::name, system);
        return found && !found->isEmpty() ? found->first().id : Id<AiSystem>();
    }
    /// The fields of the page into which somebody could type.
    [[nodiscard]] QStringList takingText() const
    {
        QStringList names;
        for (const auto *field : m_window->window().currentPage()->findChildren<QWidget *>()) {
            if (field->isVisible() && field->isEnabled() && field->testAttribute(Qt::WA_InputMethodEnabled))
                names.append(field->objectName());
        }
        return names;
    }
    /// By another copy of the program.
    Restoration restoreElsewhere(const QString &backup, BackupOf whose = BackupOf::SameWorkspace)
    {
        const auto restored = restore(
            {.backup = backup, .workspaceFolder = m_record->folder(), .person = {}, .whose = whose}, m_clock);
        if (!restored)
            qFatal("%s", qPrintable(restored.error().message));
        return restored->entry;
    }
    static QString backupOf(const WorkspaceFixture &record, const QDateTime &at)
    {
        const auto made = backUp(*record->reader().value(), record->backupsFolder(), at);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return *made;
    }
    /// By another copy of the program.
    void renameASystemElsewhere()
    {
        auto other = Workspace::open(m_record->folder(), Workspace::Access::ReadWrite, m_clock);
        QVERIFY2(other, other ? "" : qPrintable(other.error().message));
        const auto reader = (*other)->reader();
        (*other)->actAs(Repository<Person>(**reader).all()->first().id);
        const AiSystem before = Repository<AiSystem>(**reader).all()->first();
        AiSystem after = before;
        after.name = u"Renamed"_s;
        QVERIFY((*other)->commitAndWait(ChangeSet(u"Rename"_s).change(before, after)));
    }
    static QString dayOf(const Restoration &entry)
    {
        return entry.backupMadeAt.value_or(QDateTime()).toLocalTime().toString(u"yyyy-MM-dd"_s);
    }
    void choose(const QString &backup)
    {
        auto *table = m_window->find<TableView>(u"backups"_s);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 2).data().toString() == QFileInfo(backup).fileName())
                return table->selectRow(row);
        }
        QFAIL("The backup is not listed");
    }
    void restoreFirst()
    {
        m_window->window().go({RestorePage::key, {}});
        m_window->find<QPushButton>(u"restore/this"_s)->click();
        m_window->find<QPushButton>(u"restore/sure"_s)->click();
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
    }
    [[nodiscard]] QStringList systems() const
    {
        const auto reader = m_session->workspace()->reader();
        const auto all = Repository<AiSystem>(**reader).all();
        QStringList names;
        for (const AiSystem &system : *all)
            names.append(system.name);
        names.sort();
        return names;
    }

    const SystemClock m_clock = {};
    QString m_backup;
    std::unique_ptr<WorkspaceFixture> m_record;
    std::unique_ptr<WindowFixture> m_window;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(RestoringTest)
#include "tst_restorepage.moc"
