#include "core/workspace/backup.h"
#include "core/workspace/restoring.h"
#include "core/workspace/writelease.h"
#include "tests/support/behindtheprogram.h"
#include "tests/support/filelimit.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const Actor jo{{}, u"jo"_s, u"pc-8"_s};

Result<QString> backedUp(const WorkspaceFixture &fixture, const QString &folder)
{
    return backUp(**fixture->reader(), folder, fixture.clock().now());
}

Result<Restored> restored(const WorkspaceFixture &fixture, const QString &backup)
{
    return restore({backup, fixture.folder(), u"Ana Ruiz"_s}, fixture.clock());
}

}

/// What the disk and the network do to a restore, and to the other work on the whole record.
class RestoreFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDiskThatTakesNoMoreIsNamedByTheWorkspaceAndNotByTheBackup()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, fixture.path(u"elsewhere"_s));
        fixture.close();

        const auto refused = [&] {
            const test::FileLimit limit(256 * 1024);
            return restored(fixture, *backup);
        }();

        QVERIFY(!refused);
        const QString &words = refused.error().message;
        QVERIFY2(words.contains(fixture.folder()), qPrintable(words));
        QVERIFY2(words.contains(u"room"_s), qPrintable(words));
        QVERIFY2(!words.contains(u"elsewhere"_s) && !words.contains(u".plimsoll-"_s), qPrintable(words));
    }

    void aBackupWithSomethingForeignInItIsCalledSoAndNotNoBackup()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, fixture.path(u"elsewhere"_s));
        QVERIFY(QFile::setPermissions(*backup, QFile::ReadOwner | QFile::WriteOwner));
        const auto forger = Connection::open(*backup, Connection::Mode::ReadWrite);
        QVERIFY((*forger)->execute(u"CREATE TRIGGER spy AFTER UPDATE ON ai_system BEGIN SELECT 1; END"_s));
        fixture.close();

        const auto refused = restored(fixture, *backup);

        QVERIFY(!refused);
        const QString &words = refused.error().message;
        QVERIFY2(words.startsWith(*backup + u" holds something that Plimsoll did not put there"_s),
                 qPrintable(words));
        QVERIFY2(!words.contains(u"no backup"_s) && !words.contains(u".plimsoll-"_s), qPrintable(words));
    }

    void aRestoreOnTheNetworkNeedsTheLeaseAndGivesItBack()
    {
        qputenv("PLIMSOLL_WRITE_LEASE", "always");
        const auto clean = qScopeGuard([] { qunsetenv("PLIMSOLL_WRITE_LEASE"); });
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, fixture->backupsFolder());
        fixture.close();
        const QString lease = fixture.folder() + u"/writer.lease"_s;
        QCOMPARE(QProcess::execute(u"mkfifo"_s, {lease}), 0);

        const auto refused = restored(fixture, *backup);

        QVERIFY(!refused && refused.error().message.startsWith(lease));
        QVERIFY(QFile::remove(lease));
        const auto done = restored(fixture, *backup);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY(!QFile::exists(lease));
    }

    void anOlderFormatOnTheNetworkIsNotMigratedWhileSomebodyElseWrites()
    {
        qputenv("PLIMSOLL_WRITE_LEASE", "always");
        const auto clean = qScopeGuard([] { qunsetenv("PLIMSOLL_WRITE_LEASE"); });
        WorkspaceFixture fixture;
        const QString backups = fixture->backupsFolder();
        fixture.close();
        behindTheProgram(fixture, {u"PRAGMA user_version = 7"_s});
        WriteLease lease(fixture.folder());
        QVERIFY(lease.take(jo));

        const auto refused = Workspace::open(fixture.folder(), Workspace::Access::ReadWrite, fixture.clock());

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.startsWith(u"jo on pc-8 writes"_s),
                 qPrintable(refused.error().message));
        QCOMPARE(backupsIn(backups), QStringList());
    }
};

QTEST_GUILESS_MAIN(RestoreFaultsTest)
#include "tst_restorefaults.moc"
