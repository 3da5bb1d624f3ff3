#include "core/workspace/backup.h"
#include "core/workspace/writelease.h"
#include "tests/support/files.h"
#include "tests/support/workspacefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

QDateTime minute(int number)
{
    return {QDate(2026, 11, 1), QTime(12, number), Qt::UTC};
}

Result<QString> backedUp(const WorkspaceFixture &fixture, int at, qint64 budget = backupBudget)
{
    return backUp(**fixture->reader(), fixture->backupsFolder(), minute(at), budget);
}

}

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRestoredIsWhatWasBackedUp()
    {
        WorkspaceFixture fixture;
        const auto kept = fixture.aSystem(u"Kept"_s);
        const auto backup = backedUp(fixture, 1);
        QVERIFY2(backup, qPrintable(backup ? QString() : backup.error().message));
        fixture.aSystem(u"Made later"_s);
        fixture.close();

        const auto replaced = restore(*backup, fixture.folder(), minute(2));

        QVERIFY2(replaced, qPrintable(replaced ? QString() : replaced.error().message));
        const auto workspace =
            Workspace::open(fixture.folder(), Workspace::Access::ReadOnly, fixture.clock());
        QVERIFY(workspace);
        QCOMPARE(*Repository<AiSystem>(**(*workspace)->reader()).all(), QList{kept});
        QVERIFY(QFile::exists(*replaced));
    }

    void whatWasReplacedCanBeBroughtBack()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto later = fixture.aSystem(u"Made later"_s);
        fixture.close();
        const auto replaced = restore(*backup, fixture.folder(), minute(2));

        QVERIFY(restore(*replaced, fixture.folder(), minute(3)));

        const auto workspace =
            Workspace::open(fixture.folder(), Workspace::Access::ReadOnly, fixture.clock());
        QCOMPARE(*Repository<AiSystem>(**(*workspace)->reader()).all(), QList{later});
    }

    void nothingIsRestoredWhileSomebodyWrites()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto later = fixture.aSystem(u"Made later"_s);
        fixture.close();
        WriteLease lease(fixture.folder());
        QVERIFY(lease.take({{}, u"jo"_s, u"pc-8"_s}));

        const auto refused = restore(*backup, fixture.folder(), minute(2));

        QVERIFY(!refused && refused.error().message.startsWith(u"jo on pc-8 writes"_s));
        const auto workspace =
            Workspace::open(fixture.folder(), Workspace::Access::ReadOnly, fixture.clock());
        QVERIFY(workspace);
        QCOMPARE(*Repository<AiSystem>(**(*workspace)->reader()).all(), QList{later});
    }

    void aCommitThatWasInterruptedIsNotPlayedBackIntoWhatIsRestored()
    {
        WorkspaceFixture fixture;
        const auto kept = fixture.aSystem(u"Kept"_s);
        const auto backup = backedUp(fixture, 1);
        fixture.close();
        const QString journal = fixture.folder() + u"/workspace.db-journal"_s;
        test::writeFile(journal, "of the replaced record");

        const auto replaced = restore(*backup, fixture.folder(), minute(2));

        QVERIFY(replaced);
        QVERIFY(!QFile::exists(journal));
        const auto workspace =
            Workspace::open(fixture.folder(), Workspace::Access::ReadOnly, fixture.clock());
        QVERIFY(workspace);
        QCOMPARE(*Repository<AiSystem>(**(*workspace)->reader()).all(), QList{kept});
    }

    void aDamagedBackupIsRefusedAndTheWorkspaceStays()
    {
        WorkspaceFixture fixture;
        const auto kept = fixture.aSystem(u"Kept"_s);
        const auto backup = backedUp(fixture, 1);
        QFile file(*backup);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4096) && file.write(QByteArray(4096, '\xff')) == 4096);
        file.close();

        QVERIFY(!restore(*backup, fixture.folder(), minute(2)));

        fixture.reopen();
        QCOMPARE(fixture.all<AiSystem>(), QList{kept});
        QVERIFY(QDir(fixture.folder()).entryList({u"unfinished*"_s}).isEmpty());
    }

    void aRecordThatIsBeingWrittenIsNotReplaced()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto database = fixture->databaseFile();
        const auto writer = Connection::open(database, Connection::Mode::ReadWrite);
        QVERIFY((*writer)->execute(u"BEGIN EXCLUSIVE"_s));

        const auto refused = restore(*backup, fixture.folder(), minute(2));

        QVERIFY((*writer)->execute(u"ROLLBACK"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        QVERIFY(QFile::exists(database));
        QCOMPARE(backupsIn(fixture->backupsFolder()), QStringList{*backup});
    }

    void aDatabaseNobodyCanAskIsKeptButIsNoBackup()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto database = fixture->databaseFile();
        fixture.close();
        QVERIFY(QFile::remove(database));
        QFile file(database);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("overwritten") > 0);
        file.close();

        const auto replaced = restore(*backup, fixture.folder(), minute(2));

        QVERIFY2(replaced, qPrintable(replaced ? QString() : replaced.error().message));
        QVERIFY(QFile::exists(*replaced));
        QCOMPARE(backupsIn(fixture.folder() + u"/backups"_s), QStringList{*backup});
    }

    void theOldestGoWhenTheBudgetIsSpentAndTheNewestStays()
    {
        WorkspaceFixture fixture;
        const auto first = backedUp(fixture, 1);
        const qint64 size = QFileInfo(*first).size();

        const auto second = backedUp(fixture, 2, 2 * size);
        QCOMPARE(backupsIn(fixture->backupsFolder()), (QStringList{*second, *first}));
        const auto third = backedUp(fixture, 3, 2 * size);
        QCOMPARE(backupsIn(fixture->backupsFolder()), (QStringList{*third, *second}));
        const auto fourth = backedUp(fixture, 4, 1);
        QCOMPARE(backupsIn(fixture->backupsFolder()), QStringList{*fourth});
    }

    void aBackupIsDueOnceADayAndOnlyAfterAChange()
    {
        WorkspaceFixture fixture;
        const auto due = [&](const QDateTime &at) {
            return !backUpWhenDue(fixture->databaseFile(), fixture->backupsFolder(), at)->isEmpty();
        };
        const auto written = QFileInfo(fixture->databaseFile()).lastModified().toUTC();

        QVERIFY(due(written.addSecs(-3600)));
        QVERIFY(!due(written.addSecs(60)));
        QVERIFY(due(written.addDays(1)));
        QVERIFY(!due(written.addDays(3)));
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
