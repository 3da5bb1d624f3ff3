#include "core/base/diskfile.h"
#include "core/journal/journal.h"
#include "core/journal/verification.h"
#include "core/workspace/backup.h"
#include "core/workspace/recordschema.h"
#include "tests/support/asnobody.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"
#include "tests/support/workspacefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <atomic>
#include <thread>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

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

    void aBackupOfATimeToComeStopsNoBackupAndDisplacesNone()
    {
        WorkspaceFixture fixture;
        const QString folder = fixture->backupsFolder();
        const auto now = QFileInfo(fixture->databaseFile()).lastModified().toUTC();
        const auto stray = backUp(**fixture->reader(), folder, now.addYears(20));

        const auto first = backUpWhenDue(fixture->databaseFile(), folder, now.addDays(1));

        QVERIFY2(first && !first->isEmpty(), "the backup that is due was not made");
        const auto second = backUp(**fixture->reader(), folder, now.addDays(2), 2 * QFileInfo(*first).size());
        QCOMPARE(backupsIn(folder), (QStringList{*second, *first}));
        QVERIFY(!QFile::exists(*stray));
    }

    void aBackupSaysUpToWhichEntryItGoes()
    {
        WorkspaceFixture fixture;
        fixture.aSystem(u"Fraud scoring"_s);
        const auto first = backedUp(fixture, 1);
        fixture.aSystem(u"Support chatbot"_s);

        const auto second = backedUp(fixture, 2);

        QCOMPARE(*lastEntryIn(*second), journalHead(**fixture->reader())->sequence);
        QCOMPARE(*lastEntryIn(*first) + 1, *lastEntryIn(*second));
        QVERIFY(!lastEntryIn(fixture->backupsFolder() + u"/gone.db"_s));
    }

    void aBackupMadeWhileOthersWriteIsWhole()
    {
        WorkspaceFixture fixture;
        std::atomic<bool> isEnough = false;
        std::atomic<int> commits = 0;
        std::thread writing([&] {
            for (int number = 0; !isEnough; ++number) {
                AiSystem system;
                system.id = Id<AiSystem>::generate(fixture.clock());
                system.number = system.name = u"S-%1"_s.arg(number);
                commits += fixture->commitAndWait(ChangeSet(u"Register"_s).create(system)) ? 1 : 0;
            }
        });
        QString refusal;
        for (int at = 0; at < 8 && refusal.isEmpty(); ++at) {
            const auto backup = backedUp(fixture, at);
            refusal = backup ? QString() : backup.error().message;
            const int before = commits;
            while (refusal.isEmpty() && commits == before)
                std::this_thread::yield();
        }
        isEnough = true;
        writing.join();

        QCOMPARE(refusal, QString());
        for (const QString &backup : backupsIn(fixture->backupsFolder())) {
            const auto copy = Connection::open(backup, Connection::Mode::ReadOnly);
            QVERIFY(copy);
            const auto rows = verifyRows(**copy, recordSchema(), unwatched());
            QVERIFY2(rows && rows->holds, qPrintable(rows ? rows->statement : rows.error().message));
        }
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

    void whereTheBackupsMayNotBeReadNoneIsAddedToThem()
    {
        WorkspaceFixture fixture;
        const QString folder = fixture->backupsFolder();
        QVERIFY(QDir().mkpath(folder));
        test::allow(fixture.folder(), 0755);
        test::allow(fixture->databaseFile(), 0644);
        test::allow(folder, 0333);
        const QDateTime now = fixture.clock().now();
        const auto tried = [&](qint64 minutes) {
            return backUpWhenDue(fixture->databaseFile(), folder, now.addSecs(60 * minutes));
        };

        const auto refused = [&] {
            const test::AsNobody nobody;
            return tried(0);
        }();
        test::allow(folder, 0755);

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(folder), qPrintable(refused.error().message));
        QCOMPARE(backupsIn(folder), QStringList());
        QVERIFY(!tried(10)->isEmpty()); // nobody could not even note that it was refused
    }

    void whatWasRefusedIsTriedAgainAfterAnHourAndForgottenWhenItIsDone()
    {
        WorkspaceFixture fixture;
        const QString folder = fixture->backupsFolder();
        const QDateTime now = fixture.clock().now();
        const auto before = test::filesBelow(fixture.folder());
        const auto tried = [&](qint64 minutes) {
            return backUpWhenDue(fixture->databaseFile(), folder, now.addSecs(60 * minutes));
        };
        QVERIFY(QDir(folder).removeRecursively());
        test::writeFile(folder, "in the way");
        QVERIFY(!tried(0));
        QVERIFY(QFile::remove(folder));

        const auto soon = tried(59);
        const auto later = tried(60);

        QVERIFY(soon && soon->isEmpty());
        QVERIFY(later && !later->isEmpty());
        QCOMPARE(test::filesBelow(fixture.folder()).size(), before.size() + 1);
    }

    void aBackupThatIsDueIsNotBegunWhereItHasNoRoom()
    {
#ifdef Q_OS_LINUX
        WorkspaceFixture fixture;
        const QString folder = fixture->backupsFolder();
        QVERIFY(QDir().mkpath(folder));
        const QByteArray place = QFile::encodeName(folder);
        if (::mount("none", place.constData(), "tmpfs", 0, "size=64k") != 0)
            QSKIP("Only the administrator can make a small disk");
        const auto before = DiskFile::stampAt(folder);

        const auto refused = backUpWhenDue(fixture->databaseFile(), folder, fixture.clock().now());
        const auto after = DiskFile::stampAt(folder);
        const bool isFree = ::umount(place.constData()) == 0;

        QVERIFY(isFree);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"no room left for "_s + folder),
                 qPrintable(refused.error().message));
        QVERIFY(before && after);
        QCOMPARE(*after, *before);
#endif
    }

    void aDiskThatTakesNoMoreIsNamedByTheFolderOfTheBackups()
    {
        WorkspaceFixture fixture;

        const auto refused = [&] {
            const test::FileLimit limit(64 * 1024);
            return backedUp(fixture, 1);
        }();

        QVERIFY(!refused);
        const QString &words = refused.error().message;
        QVERIFY2(words.contains(fixture->backupsFolder()), qPrintable(words));
        QVERIFY2(words.contains(u"make room"_s), qPrintable(words));
        QVERIFY2(!words.contains(u".plimsoll-"_s), qPrintable(words));
        QCOMPARE(backupsIn(fixture->backupsFolder()), QStringList());
    }

    void aFullDiskIsSaidToBeFullAndNamed_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::newRow("no room for the copy") << QByteArray("size=64k");
        QTest::newRow("no room for a folder") << QByteArray("nr_inodes=2");
    }
    void aFullDiskIsSaidToBeFullAndNamed()
    {
#ifdef Q_OS_LINUX
        QFETCH(const QByteArray, options);
        WorkspaceFixture fixture;
        const QString folder = fixture->backupsFolder();
        QVERIFY(QDir().mkpath(folder));
        const QByteArray place = QFile::encodeName(folder);
        if (::mount("none", place.constData(), "tmpfs", 0, options.constData()) != 0)
            QSKIP("Only the administrator can make a small disk");

        const auto refused = backedUp(fixture, 1);
        const bool isFree = ::umount(place.constData()) == 0;

        QVERIFY(isFree);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        const QString &words = refused.error().message;
        QVERIFY2(words.contains(u"full"_s) || words.contains(u"no room left"_s), qPrintable(words));
        QVERIFY2(words.contains(folder), qPrintable(words));
        QVERIFY2(!words.contains(u"right"_s) && !words.contains(u".plimsoll-"_s), qPrintable(words));
#endif
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
