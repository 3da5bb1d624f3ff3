#include "core/evidence/issuedsystem.h"
#include "core/journal/restoration.h"
#include "core/journal/verification.h"
#include "core/workspace/backup.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/restoring.h"
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

Result<QString> backedUp(const WorkspaceFixture &fixture, int at)
{
    return backUp(**fixture->reader(), fixture->backupsFolder(), minute(at));
}

Result<Restored> restored(const WorkspaceFixture &fixture, const QString &backup, int at,
                          const QString &person = u"Ana Ruiz"_s)
{
    return restore({backup, fixture.folder(), person}, FixedClock(minute(at)));
}

IssuedPackage aPackage(const WorkspaceFixture &fixture, const QString &fileName)
{
    IssuedPackage package;
    package.id = Id<IssuedPackage>::generate(fixture.clock());
    package.fileName = fileName;
    package.issuedAt = minute(0);
    return package;
}

IssuedPackage replacedBy(IssuedPackage package, const IssuedPackage &by)
{
    package.state = IssueState::Replaced;
    package.replacedBy = by.id;
    return package;
}

}

class RestoreTest : public QObject
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

        const auto replaced = restored(fixture, *backup, 2);

        QVERIFY2(replaced, qPrintable(replaced ? QString() : replaced.error().message));
        const auto workspace =
            Workspace::open(fixture.folder(), Workspace::Access::ReadOnly, fixture.clock());
        QVERIFY(workspace);
        QCOMPARE(*Repository<AiSystem>(**(*workspace)->reader()).all(), QList{kept});
        QVERIFY(QFile::exists(replaced->kept));
    }

    void whatWasReplacedCanBeBroughtBack()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto later = fixture.aSystem(u"Made later"_s);
        fixture.close();
        const auto replaced = restored(fixture, *backup, 2);

        QVERIFY(restored(fixture, replaced->kept, 3));

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

        const auto refused = restored(fixture, *backup, 2);

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

        const auto replaced = restored(fixture, *backup, 2);

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

        const auto before = test::filesBelow(fixture.folder());

        QVERIFY(!restored(fixture, *backup, 2));

        fixture.reopen();
        QCOMPARE(fixture.all<AiSystem>(), QList{kept});
        QCOMPARE(test::filesBelow(fixture.folder()), before);
    }

    void aRecordThatIsBeingWrittenIsNotReplaced()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto database = fixture->databaseFile();
        const auto writer = Connection::open(database, Connection::Mode::ReadWrite);
        QVERIFY((*writer)->execute(u"BEGIN EXCLUSIVE"_s));

        const auto refused = restored(fixture, *backup, 2);

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

        const auto replaced = restored(fixture, *backup, 2);

        QVERIFY2(replaced, qPrintable(replaced ? QString() : replaced.error().message));
        QVERIFY(QFile::exists(replaced->kept));
        QCOMPARE(backupsIn(fixture.folder() + u"/backups"_s), QStringList{*backup});
    }

    void aRecordThatCannotBeReadNowIsNotTakenForABrokenOne()
    {
        WorkspaceFixture fixture;
        const WorkspaceFixture other;
        const auto theirs = backedUp(other, 1);
        const auto database = fixture->databaseFile();
        fixture.close();
        QVERIFY(QDir().mkpath(database + u"-journal/in the way"_s)); // no page can be read beside it

        const auto unread = restored(fixture, *theirs, 2);
        const bool isInPlace = QFile::exists(database);
        QVERIFY(QDir(database + u"-journal"_s).removeRecursively());
        const auto read = restored(fixture, *theirs, 3);

        QVERIFY(!unread && isInPlace);
        QVERIFY2(unread.error().message.contains(u"cannot be read now, so nothing was restored"_s),
                 qPrintable(unread.error().message));
        QVERIFY(!read && read.error().code == ErrorCode::Conflict);
    }

    void theJournalSaysWhoRestoredAndWhereTheReplacedRecordEnded()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto ofBackup = journalHead(**fixture->reader());
        fixture.aSystem(u"Made later"_s);
        const auto replaced = journalHead(**fixture->reader());
        const auto ana = fixture->actor();

        const auto done = restored(fixture, *backup, 2);

        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        fixture.reopen();
        const auto entry = fixture.all<Restoration>();
        QCOMPARE(entry, QList{done->entry});
        QCOMPARE(entry.first().backup, QFileInfo(*backup).fileName());
        QCOMPARE(entry.first().backupMadeAt, minute(1));
        QCOMPARE(entry.first().journalReached, ofBackup->sequence);
        QCOMPARE(entry.first().restoredBy, ana);
        QCOMPARE(entry.first().restoredAt, minute(2));
        QCOMPARE(entry.first().replacedReached, replaced->sequence);
        QCOMPARE(entry.first().replacedHead, replaced->digest);
        QCOMPARE(entry.first().keptAs, QFileInfo(done->kept).fileName());
        const auto connection = fixture->reader();
        const auto told = entries(**connection, recordSchema(), {});
        QCOMPARE(told->first().header.sequence, ofBackup->sequence + 1);
        QCOMPARE(told->first().header.actor, ana);
        QCOMPARE(told->first().label, u"Restore the backup made on 2026-11-01 12:01 UTC"_s);
        QVERIFY(verifyChain(**connection, recordSchema(), unwatched())->holds);
        QVERIFY(verifyRows(**connection, recordSchema(), unwatched())->holds);
    }

    void whatWasIssuedStaysIssued()
    {
        WorkspaceFixture fixture;
        fixture.aSystem(u"Kept"_s);
        const auto first = aPackage(fixture, u"first.zip"_s);
        fixture.commit(ChangeSet(u"Issue"_s).create(first));
        const auto backup = backedUp(fixture, 1);
        const auto second = aPackage(fixture, u"second.zip"_s);
        const auto kept = fixture.all<AiSystem>().first();
        const auto later = fixture.aSystem(u"Made later"_s);
        const auto about = [&second](const AiSystem &system) {
            return IssuedSystem{issuedSystemId(second.id, system.id), second.id, system.id, {}};
        };
        const auto third = aPackage(fixture, u"third.zip"_s);
        fixture.commit(ChangeSet(u"Issue"_s)
                           .create(second)
                           .create(about(kept))
                           .create(about(later))
                           .change(first, replacedBy(first, second)));
        fixture.commit(ChangeSet(u"Issue"_s).create(third).change(second, replacedBy(second, third)));

        const auto done = restored(fixture, *backup, 2);

        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        QCOMPARE(done->packagesCarried, 3);
        fixture.reopen();
        const auto issued = fixture.all<IssuedPackage>();
        QCOMPARE(issued.size(), 3);
        for (const auto &package : {replacedBy(first, second), replacedBy(second, third), third})
            QVERIFY2(issued.contains(package), qPrintable(package.fileName));
        QCOMPARE(fixture.all<IssuedSystem>(), QList{about(kept)});
    }

    void whoeverHasTheWorkspaceOpenReadsAndWritesWhatWasRestored()
    {
        WorkspaceFixture fixture;
        const auto kept = fixture.aSystem(u"Kept"_s);
        const auto backup = backedUp(fixture, 1);
        fixture.aSystem(u"Made later"_s);
        const auto reader = fixture->reader();
        const auto seen = (*reader)->dataVersion();

        const auto done = restored(fixture, *backup, 2);

        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        QVERIFY(*(*reader)->dataVersion() != *seen);
        QCOMPARE(*Repository<AiSystem>(**reader).all(), QList{kept});
        const auto written = fixture.aSystem(u"Written after"_s);
        QCOMPARE(fixture.all<AiSystem>(), (QList{kept, written}));
        QVERIFY(!QFile::exists(fixture->databaseFile() + u"-journal"_s));
        const auto before = Connection::open(done->kept, Connection::Mode::ReadOnly);
        QCOMPARE(Repository<AiSystem>(**before).all()->size(), 2);
    }

    void aRestorerWhomTheBackupDoesNotKnowIsBroughtAlong()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const Party later{Id<Party>::generate(fixture.clock()), u"Later Ltd"_s, PartyKind::Supplier, {}, {}};
        const Person jo{Id<Person>::generate(fixture.clock()), u"Jo Lee"_s, {}, {}, later.id, {}, {}};
        fixture.commit(ChangeSet(u"Add Jo"_s).create(later).create(jo));

        const auto done = restored(fixture, *backup, 2, u"Jo Lee"_s);

        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        fixture.reopen();
        QCOMPARE(done->entry.restoredBy, jo.id);
        QVERIFY(fixture.all<Person>().contains(jo));
    }

    void aRestorerWhoWasRenamedSinceIsTheSamePerson()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto before = fixture.all<Person>().first();
        auto after = before;
        after.name = u"Ana Ruiz-Vidal"_s;
        fixture.commit(ChangeSet(u"Rename"_s).change(before, after));

        const auto done = restored(fixture, *backup, 2, u"Ana Ruiz-Vidal"_s);

        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        QCOMPARE(done->entry.restoredBy, before.id);
        QCOMPARE(fixture.all<Person>(), QList{before});
    }

    void whomTheRestoredRecordDoesNotKnowCannotGoOnWriting()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto own = fixture.all<Party>().first();
        const Person kim{Id<Person>::generate(fixture.clock()), u"Kim"_s, {}, {}, own.id, {}, {}};
        fixture.commit(ChangeSet(u"Add Kim"_s).create(kim));
        fixture->actAs(kim.id);
        QVERIFY(restored(fixture, *backup, 2));
        auto renamed = own;
        renamed.name = u"Another"_s;

        const auto refused = fixture->commitAndWait(ChangeSet(u"Rename"_s).change(own, renamed));

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"Whoever acts"_s), qPrintable(refused.error().message));
        QCOMPARE(fixture.all<Party>(), QList{own});
    }

    void aSecondRestoreLeavesTheFirstInTheRecord()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        const auto own = fixture.all<Party>().first();
        const Person kim{Id<Person>::generate(fixture.clock()), u"Kim"_s, {}, {}, own.id, {}, {}};
        fixture.commit(ChangeSet(u"Add Kim"_s).create(kim));
        const auto first = restored(fixture, *backup, 2, u"Kim"_s);

        const auto second = restored(fixture, *backup, 3);

        QVERIFY2(second, qPrintable(second ? QString() : second.error().message));
        QCOMPARE(fixture.all<Restoration>().size(), 2);
        QVERIFY(fixture.all<Restoration>().contains(first->entry));
        QVERIFY(fixture.all<Person>().contains(kim));
    }

    void aBackupThatIsNotWhatItsJournalSaysIsRefused()
    {
        WorkspaceFixture fixture;
        const auto kept = fixture.aSystem(u"Kept"_s);
        const auto backup = backedUp(fixture, 1);
        {
            QFile file(*backup);
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            const auto forger = Connection::open(*backup, Connection::Mode::ReadWrite);
            QVERIFY((*forger)->execute(u"UPDATE ai_system SET name = 'Forged'"_s));
        }

        const auto refused = restored(fixture, *backup, 2);

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"behind the program's back"_s),
                 qPrintable(refused.error().message));
        QCOMPARE(fixture.all<AiSystem>(), QList{kept});
    }

    void whomNobodyKnowsIsRefusedAndNothingRemains()
    {
        WorkspaceFixture fixture;
        const auto backup = backedUp(fixture, 1);
        fixture.aSystem(u"Made later"_s);
        const auto before = test::filesBelow(fixture.folder());

        const auto refused = restored(fixture, *backup, 2, u"Nobody"_s);

        QVERIFY(!refused && refused.error().message.contains(u"Nobody here is called Nobody"_s));
        QVERIFY2(refused.error().message.contains(u"people of the backup"_s),
                 qPrintable(refused.error().message));
        QCOMPARE(test::filesBelow(fixture.folder()), before);
        QCOMPARE(fixture.all<AiSystem>().size(), 1);
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "tst_restore.moc"
