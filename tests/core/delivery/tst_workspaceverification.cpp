#include "core/delivery/workspaceverification.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/issuedpackage.h"
#include "core/journal/recordproof.h"
#include "core/workspace/backup.h"
#include "core/workspace/recordschema.h"
#include "tests/support/asnobody.h"
#include "tests/support/behindtheprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

QString fileOf(const TwoSystems &bank, const QString &title)
{
    for (const auto &evidence : bank.fixture.all<Evidence>()) {
        if (evidence.title == title)
            return EvidenceStore(bank.fixture->evidenceFolder()).pathOf(*evidence.digest);
    }
    return {};
}

void writeOver(const QString &path)
{
    QFile file(path);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write("%PDX") == 4);
}

/// Leaves the table of answers as it is, and the index that questions are answered from with "met"
/// throughout.
void letTheIndexSayMet(const TwoSystems &bank)
{
    behindTheProgram(bank, {u"CREATE TABLE truth AS SELECT id, answer FROM response"_s,
                            u"UPDATE response SET answer = 'met'"_s,
                            u"CREATE TABLE aside AS SELECT * FROM sqlite_schema "
                            "WHERE name = 'response_item'"_s,
                            u"PRAGMA writable_schema = ON"_s,
                            u"DELETE FROM sqlite_schema WHERE name = 'response_item'"_s});
    behindTheProgram(bank,
                     {u"UPDATE response SET answer = "
                      "(SELECT answer FROM truth WHERE truth.id = response.id)"_s,
                      u"PRAGMA writable_schema = ON"_s, u"INSERT INTO sqlite_schema SELECT * FROM aside"_s});
    behindTheProgram(bank, {u"DROP TABLE truth"_s, u"DROP TABLE aside"_s});
}

void bringToTheFirstFormat(const TwoSystems &bank)
{
    behindTheProgram(
        bank, {u"DROP TABLE issued_system"_s, u"DROP TABLE restoration"_s, u"DROP TABLE closing"_s,
               u"DROP INDEX inheritance_platform"_s, u"ALTER TABLE response DROP COLUMN override_reason"_s,
               u"ALTER TABLE issued_package DROP COLUMN state_on"_s,
               u"ALTER TABLE issued_package DROP COLUMN report_alone"_s, u"DROP INDEX response_due"_s,
               u"ALTER TABLE applicability_decision DROP COLUMN carried"_s,
               u"ALTER TABLE reliance DROP COLUMN carried"_s,
               u"CREATE INDEX response_due ON response (due, answer)"_s, u"PRAGMA user_version = 1"_s});
}

}

class WorkspaceVerificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedWorkspaceHolds()
    {
        const TwoSystems bank;

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY(verification && verification->holds());
        QCOMPARE(verification->proofs.size(), 3);
        QCOMPARE(verification->proofs.at(2).checked, 5);
        QCOMPARE(toJson(*verification)["verified"_L1].toBool(), true);
    }

    void aChangedEvidenceFileIsNamed()
    {
        const TwoSystems bank;
        writeOver(fileOf(bank, u"Training policy"_s));

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY(verification && !verification->holds());
        QVERIFY(inWords(*verification).join(u' ').contains(u"“Training policy”"_s));
    }

    void aMissingEvidenceFileIsNamed()
    {
        const TwoSystems bank;
        QVERIFY(QFile::remove(fileOf(bank, u"Old scan"_s)));

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY(verification && !verification->holds());
        QVERIFY(inWords(*verification).join(u' ').contains(u"“Old scan” is missing"_s));
    }

#ifdef Q_OS_UNIX
    void whatStandsInThePlaceOfAnEvidenceFileIsToldOnce_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("pipe") << u"pipe"_s;
        QTest::newRow("link") << u"link"_s;
        QTest::newRow("folder") << u"folder"_s;
        QTest::newRow("link of its folder") << u"link of its folder"_s;
    }
    void whatStandsInThePlaceOfAnEvidenceFileIsToldOnce()
    {
        QFETCH(const QString, kind);
        const TwoSystems bank;
        const QString file = fileOf(bank, u"Old scan"_s);
        const QString moved = kind == u"link of its folder"_s ? QFileInfo(file).path() : file;
        QVERIFY(QFile::rename(moved, bank.fixture.path(u"aside"_s)));
        if (kind == u"pipe"_s)
            QCOMPARE(::mkfifo(qPrintable(file), 0600), 0);
        else if (kind == u"folder"_s)
            QVERIFY(QDir().mkdir(file));
        else
            QVERIFY(QFile::link(bank.fixture.path(u"aside"_s), moved));

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY(verification && !verification->proofs.at(2).holds);
        QVERIFY(verification->proofs.at(2).statement.contains(u"Old scan"_s));
        QCOMPARE(verification->leftovers, QStringList());
    }
#endif

    void everyChangedOrMissingFileIsNamed()
    {
        const TwoSystems bank;
        writeOver(fileOf(bank, u"Training policy"_s));
        QVERIFY(QFile::remove(fileOf(bank, u"Old scan"_s)));

        const auto words = inWords(*verifyWorkspace(bank.fixture.workspace())).join(u'\n');

        QVERIFY2(words.contains(u"“Training policy” is no longer"_s), qPrintable(words));
        QVERIFY2(words.contains(u"“Old scan” is missing"_s), qPrintable(words));
    }

    void moreFilesThanAnybodyReadsAreCounted()
    {
        TwoSystems bank;
        ChangeSet changes(u"Attach much"_s);
        for (int number = 1; number <= 30; ++number) {
            Evidence evidence;
            evidence.id = Id<Evidence>::generate(bank.fixture.clock());
            evidence.title = u"Log %1\u202e"_s.arg(number);
            evidence.digest = Digest::of(evidence.title.toUtf8());
            evidence.collectedBy = bank.fixture->actor();
            evidence.collectedOn = bank.fixture->today();
            changes.create(evidence);
        }
        bank.fixture.commit(changes);

        const auto statement = verifyWorkspace(bank.fixture.workspace())->proofs.at(2).statement;

        QCOMPARE(statement.count(u"is missing"_s), 20);
        QVERIFY2(statement.contains(u"10 more"_s), qPrintable(statement));
        QVERIFY(!statement.contains(QChar(0x202e)));
    }

    void filesThatNothingRefersToAreToldAndChangeNoVerdict()
    {
        TwoSystems bank;
        QVERIFY(verifyWorkspace(bank.fixture.workspace())->leftovers.isEmpty());
        const EvidenceStore store(bank.fixture->evidenceFolder());
        QStringList left;
        for (int number = 1; number <= 30; ++number)
            left.append(store.pathOf(store.storeBytes(QByteArray::number(number), u"left"_s)->digest));
        left.sort();
        ChangeSet changes(u"Remove"_s);
        const Evidence before = bank.fixture.all<Evidence>().first();
        Evidence removed = before;
        removed.removedAt = bank.fixture.clock().now();
        bank.fixture.commit(changes.change(before, removed)); // its row still refers to the file

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY(verification && verification->holds());
        QCOMPARE(verification->leftovers, left);
        QCOMPARE(toJson(*verification)["unreferenced"_L1].toArray(), QJsonArray::fromStringList(left));
        const QStringList words = inWords(*verification);
        const auto told = words.indexOf(words.filter(u"nothing in the record refers to: 30."_s).value(0));
        QVERIFY2(told > 0, qPrintable(words.join(u'\n')));
        QCOMPARE(words.size() - told, 22);
        QVERIFY(words.last().contains(u"10 more"_s));
    }

    void aRowChangedBehindTheJournalIsFound()
    {
        TwoSystems bank;
        bank.fixture.close();
        behindTheProgram(bank, {u"UPDATE response SET answer = 'met'"_s});
        const auto workspace =
            Workspace::open(bank.fixture.folder(), Workspace::Access::ReadOnly, bank.fixture.clock());
        QVERIFY(workspace);

        const auto verification = verifyWorkspace(**workspace);

        QVERIFY(verification && !verification->holds());
        QVERIFY(!verification->proofs.at(1).holds);
    }

    void aTextErasedFromTheJournalIsFoundWhateverItIsSaidToBeErasedBy()
    {
        TwoSystems bank;
        bank.fixture.close();
        behindTheProgram(bank, {u"UPDATE response SET answer = 'met'"_s,
                                u"UPDATE journal_part SET body = NULL, redacted_by = sequence "
                                "WHERE entity_type = 'response'"_s});
        const auto workspace =
            Workspace::open(bank.fixture.folder(), Workspace::Access::ReadOnly, bank.fixture.clock());
        QVERIFY(workspace);

        const auto verification = verifyWorkspace(**workspace);

        QVERIFY(verification && !verification->holds());
        QVERIFY(!verification->proofs.at(0).holds);
        QVERIFY2(verification->proofs.at(0).statement.contains(u"lost a text"_s),
                 qPrintable(verification->proofs.at(0).statement));
    }

    void anIndexThatHoldsOtherThanItsTableIsFoundAndBuiltAnewInABackup()
    {
        TwoSystems bank;
        bank.fixture.close();
        letTheIndexSayMet(bank);
        const QString record = bank.fixture.folder() + u"/workspace.db"_s;

        const auto proof = proveRecord(record, recordSchema(), unwatched());
        const auto connection = Connection::open(record, Connection::Mode::ReadOnly);
        QVERIFY(connection);
        const auto backup =
            backUp(**connection, bank.fixture.path(u"copies"_s), bank.fixture.clock().now(), 1 << 30);
        QVERIFY2(backup, qPrintable(backup ? QString() : backup.error().message));
        const auto ofTheBackup = proveRecord(*backup, recordSchema(), unwatched());

        QVERIFY(proof && proof->contradiction());
        QVERIFY2(proof->contradiction()->contains(u"response"_s), qPrintable(*proof->contradiction()));
        QVERIFY(ofTheBackup && !ofTheBackup->contradiction());
    }

    void aRowChangedBehindTheJournalIsFoundAlsoAfterItWasAnsweredAnew()
    {
        TwoSystems bank;
        const auto assessment = bank.assessmentOf(bank.fraud);
        AnswerChange notMet;
        notMet.answer = Answer::NotMet;
        notMet.rationale = u"No."_s;
        bank.answer(assessment, u"5.1.2-4"_s, notMet);
        behindTheProgram(bank, {u"UPDATE response SET answer = 'met' WHERE item = '5.1.2-4'"_s});
        AnswerChange partly = notMet;
        partly.answer = Answer::PartlyMet;
        bank.answer(assessment, u"5.1.2-4"_s, partly);

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY(verification && !verification->proofs.at(1).holds);
        QVERIFY2(verification->proofs.at(1).statement.contains(u"never was"_s),
                 qPrintable(verification->proofs.at(1).statement));
    }

    void aRecordOfTheFirstFormatIsBackedUpMigratedAndStillHolds()
    {
        TwoSystems bank;
        IssuedPackage issued;
        issued.id = Id<IssuedPackage>::generate(bank.fixture.clock());
        issued.fileName = u"old.zip"_s;
        issued.issuedAt = bank.fixture.clock().now();
        bank.fixture.commit(ChangeSet(u"Issue"_s).create(issued));
        bank.fixture.close();
        bringToTheFirstFormat(bank);

        const auto workspace =
            Workspace::open(bank.fixture.folder(), Workspace::Access::ReadWrite, bank.fixture.clock());

        QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().message));
        QCOMPARE(Repository<IssuedPackage>(**(*workspace)->reader()).all()->first(), issued);
        QVERIFY(verifyWorkspace(**workspace)->holds());
        QCOMPARE(QDir((*workspace)->backupsFolder()).entryList(QDir::Files).size(), 1);
    }

    /// Its answers have ids that this program would not look for, and would write anew.
    void aRecordFromBeforeTheFirstReleaseIsRefusedAndStaysAsItIs()
    {
        TwoSystems bank;
        bank.fixture.close();
        behindTheProgram(bank, {u"UPDATE response SET id = substr(id, 1, 14) || '5' || substr(id, 16)"_s});
        bringToTheFirstFormat(bank);
        const QString record = bank.fixture.folder() + u"/workspace.db"_s;
        const auto held = [&record] {
            QFile file(record);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = held();

        const auto workspace =
            Workspace::open(bank.fixture.folder(), Workspace::Access::ReadWrite, bank.fixture.clock());

        QVERIFY(!workspace);
        QVERIFY2(workspace.error().message.contains(u"before its first release"_s),
                 qPrintable(workspace.error().message));
        QVERIFY(!before.isEmpty() && held() == before);
        QCOMPARE(QDir(bank.fixture.folder() + u"/backups"_s).entryList(QDir::Files), QStringList());
    }

    void aFileThatMayNotBeReadIsNotSaidToHaveChanged()
    {
        TwoSystems bank;
        const QString unread = fileOf(bank, u"Old scan"_s);
        QVERIFY(!unread.isEmpty());
        test::allow(bank.fixture.folder(), 0755);
        test::allow(unread, 0);
        const auto verified = [&bank] {
            const test::AsNobody nobody;
            return verifyWorkspace(bank.fixture.workspace());
        };

        const auto onlyUnread = verified();
        const QString changed = fileOf(bank, u"Training policy"_s);
        writeOver(changed);
        test::allow(changed, 0444);
        const auto alsoChanged = verified();

        QVERIFY2(onlyUnread, onlyUnread ? "" : qPrintable(onlyUnread.error().message));
        QVERIFY(!onlyUnread->holds() && onlyUnread->couldNotTell());
        const QString words = inWords(*onlyUnread).join(u'\n');
        QVERIFY2(words.startsWith(u"Not verified to the end: evidence files could not be read"_s),
                 qPrintable(words));
        QVERIFY2(words.contains(unread) && !words.contains(u"not as they were stored"_s), qPrintable(words));
        QVERIFY(alsoChanged && !alsoChanged->holds() && !alsoChanged->couldNotTell());
    }
};

QTEST_GUILESS_MAIN(WorkspaceVerificationTest)
#include "tst_workspaceverification.moc"
