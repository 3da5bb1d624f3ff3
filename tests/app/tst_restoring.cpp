#include "tests/support/bank.h"
#include "tests/support/files.h"
#include "tests/support/pdftools.h"

#include <QJsonArray>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

Ended restored(const QString &file, const QString &folder, const QStringList &words = {})
{
    return plimsollctl(QStringList{u"restore"_s, file, folder, u"--json"_s} + words);
}

/// The id of the workspace, out of the entry with which its journal begins.
QByteArray idOf(const Bank &bank)
{
    const auto entries =
        plimsollctl({u"journal"_s, bank.folder(), u"--json"_s}).json()["entries"_L1].toArray();
    const auto edits = entries.last()["edits"_L1].toArray();
    for (const auto &edit : edits) {
        if (edit["type"_L1].toString() == "workspace_profile"_L1)
            return edit["id"_L1].toString().toUtf8();
    }
    return {};
}

QString backedUp(const Bank &bank)
{
    return plimsollctl({u"backup"_s, bank.folder(), u"--json"_s}).json()["backup"_L1].toString();
}

}

class RestoringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoBackupIsRefusedAsOne_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("named");

        QTest::newRow("missing") << u"MISSING.zip"_s << "There is no file"_ba;
        QTest::newRow("of something else") << u"text.db"_s << "is no backup"_ba;
        QTest::newRow("folder") << u"Nordbank.plimsoll"_s << "is no backup"_ba;
        QTest::newRow("empty") << u"empty.db"_s << "is damaged"_ba;
        QTest::newRow("torn") << u"torn.db"_s << "is damaged"_ba;
    }

    void whatIsNoBackupIsRefusedAsOne()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, named);
        const Bank bank;
        const auto backup = backedUp(bank);
        writeFile(bank.path(u"text.db"_s), QByteArray(4096, 'x'));
        writeFile(bank.path(u"empty.db"_s), {});
        auto torn = readFile(backup);
        torn.replace(4096, 4096, QByteArray(4096, '\xff'));
        writeFile(bank.path(u"torn.db"_s), torn);

        const auto ended = restored(bank.path(file), bank.folder());
        const auto elsewhere =
            restored(bank.path(file), bank.path(u"a/New.plimsoll"_s), {u"--new-workspace"_s});

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.remarks.contains(named), ended.remarks.constData());
        QVERIFY2(ended.remarks.contains(bank.path(file).toUtf8()), ended.remarks.constData());
        QVERIFY2(ended.remarks.contains(backup.toUtf8()), ended.remarks.constData());
        QVERIFY(!ended.remarks.contains("new workspace"));
        QCOMPARE(elsewhere.code, 3);
        QVERIFY2(elsewhere.remarks.contains(named), elsewhere.remarks.constData());
        QVERIFY(!QFile::exists(bank.path(u"a"_s)));
        QCOMPARE(plimsollctl({u"verify"_s, bank.folder()}).code, 0);
    }

    void aLostRecordNamesTheBackupThatBringsItBack()
    {
        const Bank bank;
        const auto backup = backedUp(bank);
        QVERIFY(QFile::remove(bank.folder() + u"/workspace.db"_s));

        for (const auto &command : {u"status"_s, u"verify"_s}) {
            const auto ended = plimsollctl({command, bank.folder()});
            QCOMPARE(ended.code, 3);
            QVERIFY2(ended.remarks.contains("The record of Nordbank is missing"), ended.remarks.constData());
            QVERIFY2(ended.remarks.contains(QFileInfo(backup).fileName().toUtf8()),
                     ended.remarks.constData());
            QVERIFY2(!ended.remarks.contains("new workspace"), ended.remarks.constData());
        }
        QCOMPARE(restored(backup, bank.folder()).code, 0);
        QCOMPARE(plimsollctl({u"verify"_s, bank.folder()}).code, 0);
    }

    void aWorkspaceThatLostItsRecordIsKnownByWhatIsLeftOfIt()
    {
        const Bank bank;
        QVERIFY(bank.attach({u"5.1.1-1"_s, bank.file(u"plan.txt"_s, "plan")}).code == 0);
        const auto backup = bank.path(u"kept.db"_s);
        QVERIFY(QFile::rename(backedUp(bank), backup));
        const auto folder = bank.path(u"Bank of the North"_s);
        QVERIFY(QDir().rename(bank.folder(), folder));
        QVERIFY(QFile::remove(folder + u"/workspace.db"_s) &&
                QDir(folder + u"/backups"_s).removeRecursively());

        for (const auto &words : {QStringList{u"status"_s, folder},
                                  {u"verify"_s, folder},
                                  {u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s}}) {
            const auto ended = plimsollctl(words);
            QCOMPARE(ended.code, 3);
            QVERIFY2(ended.remarks.contains("The record of Bank of the North is missing"),
                     ended.remarks.constData());
            QVERIFY2(ended.remarks.contains("plimsollctl restore FILE"), ended.remarks.constData());
            QVERIFY2(!ended.remarks.contains("new workspace"), ended.remarks.constData());
        }
        const auto mended = restored(backup, folder);
        QVERIFY2(mended.code == 0, mended.remarks.constData());
        QCOMPARE(plimsollctl({u"verify"_s, folder}).code, 0);
    }

    void aBackupOfAnotherWorkspaceIsRefusedUnlessItIsMeant()
    {
        const Bank bank;
        const Bank other;
        const auto theirs = backedUp(other);
        const auto record = readFile(bank.folder() + u"/workspace.db"_s);

        const auto refused = restored(theirs, bank.folder());
        const auto recordAfterwards = readFile(bank.folder() + u"/workspace.db"_s);
        const auto meant = restored(theirs, bank.folder(), {u"--another-workspace"_s});

        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.remarks.contains("another workspace"), refused.remarks.constData());
        QVERIFY2(refused.remarks.contains("--another-workspace"), refused.remarks.constData());
        for (const Bank *one : {&bank, &other})
            QVERIFY2(refused.remarks.contains("(id …" + idOf(*one).right(12) + ')'),
                     refused.remarks.constData());
        QCOMPARE(recordAfterwards, record);
        QVERIFY2(meant.code == 0, meant.remarks.constData());
        const auto kept = meant.json()["replaced"_L1].toString();
        const auto back = restored(kept, bank.folder(), {u"--another-workspace"_s});
        QVERIFY2(back.code == 0, back.remarks.constData());
        QCOMPARE(plimsollctl({u"verify"_s, bank.folder()}).code, 0);
    }

    void whoeverIsUnknownToABackupOfOthersIsToldWhosePeopleAreNamedAndTheWayOut()
    {
        const Bank bank;
        const Bank other;
        const QStringList words{u"restore"_s, backedUp(other), bank.folder(), u"--another-workspace"_s};

        const auto named = plimsollctl(words + QStringList{u"--as"_s, u"Bob"_s});
        const auto unnamed = plimsollctl(words);

        QCOMPARE(named.code, 3);
        QVERIFY2(named.remarks.contains("These are the people of the backup"), named.remarks.constData());
        QVERIFY2(named.remarks.contains("no --as"), named.remarks.constData());
        QVERIFY2(unnamed.code == 0, unnamed.remarks.constData());
    }

    void theRecordIsNoBackupOfItself()
    {
        const Bank bank;
        const auto backup = backedUp(bank);
        const auto record = bank.folder() + u"/workspace.db"_s;
        QVERIFY(QFile::link(record, bank.path(u"link.db"_s)));
        const auto before = readFile(record);

        for (const auto &file :
             {record, bank.folder() + u"/backups/../workspace.db"_s, bank.path(u"link.db"_s)}) {
            const auto ended = restored(file, bank.folder());

            QCOMPARE(ended.code, 3);
            QVERIFY2(ended.remarks.contains("is the record of the workspace itself"),
                     ended.remarks.constData());
            QVERIFY2(ended.remarks.contains(backup.toUtf8()), ended.remarks.constData());
        }
        QCOMPARE(readFile(record), before);
    }

    void aWorkspaceIsMadeOfABackupOnlyWhenThatIsMeant()
    {
        const Bank bank;
        const auto backup = backedUp(bank);
        writeFile(bank.path(u"letters/letter.txt"_s), "Dear all");

        writeFile(bank.path(u"audit/backups/mail.tgz"_s), "Dear all");
        QVERIFY(QDir().mkpath(bank.path(u"audit/evidence"_s)));

        for (const auto &mistyped : {u"Nrodbank.plimsoll"_s, u"a/b"_s, u"letters"_s, u"audit"_s}) {
            const auto ended = restored(backup, bank.path(mistyped));

            QCOMPARE(ended.code, 3);
            QVERIFY2(ended.remarks.contains("There is no workspace at " + bank.path(mistyped).toUtf8()),
                     ended.remarks.constData());
            const bool isThere = QFile::exists(bank.path(mistyped));
            QVERIFY2(ended.remarks.contains("--new-workspace") != isThere, ended.remarks.constData());
        }
        const auto beside = restored(backup, bank.path(u"letters"_s), {u"--new-workspace"_s});
        const auto meant = restored(backup, bank.path(u"a/b"_s), {u"--new-workspace"_s});

        QVERIFY(!QFile::exists(bank.path(u"Nrodbank.plimsoll"_s)));
        QCOMPARE(beside.code, 3);
        QVERIFY2(beside.remarks.contains("holds other things"), beside.remarks.constData());
        QCOMPARE(QDir(bank.path(u"letters"_s)).count(), 3U); // with . and ..
        QVERIFY2(meant.code == 0, meant.remarks.constData());
        QCOMPARE(plimsollctl({u"verify"_s, bank.path(u"a/b"_s)}).code, 0);
    }

    void whatLeavesTheHouseTellsOfTheRestoredBackup()
    {
        const Bank bank;
        const auto backup = backedUp(bank);
        const auto undone = bank.answer({u"5.1.1-1"_s, u"met"_s});
        const auto mended = restored(backup, bank.folder());
        const auto kept = QFileInfo(mended.json()["replaced"_L1].toString()).fileName();
        const auto report = bank.path(u"report.pdf"_s);
        const auto package = bank.path(u"package.zip"_s);

        const auto drawn = bank.run({u"export"_s, u"pdf"_s, bank.folder(), u"AI-001"_s, u"-o"_s, report});
        const auto packed =
            bank.run({u"export"_s, u"package"_s, bank.folder(), u"AI-001"_s, u"-o"_s, package});
        const auto verified = plimsollctl({u"verify"_s, package});

        QCOMPARE(undone.code, 0);
        QVERIFY2(drawn.code == 0, drawn.remarks.constData());
        const QString text = withoutSpaces(pdfTextAsPainted(report));
        QVERIFY(text.contains(u"restoredthebackupmadeon"_s));
        QVERIFY2(text.contains(kept), qPrintable(kept));
        QVERIFY2(packed.code == 0, packed.remarks.constData());
        QVERIFY2(verified.code == 0, verified.remarks.constData());
    }

    void aRecordWrittenOverIsRestoredAndWhatWroteOverItKept()
    {
        const Bank bank;
        const auto backup = backedUp(bank);
        const auto foreign = QByteArray(5000, '\x7f');
        writeFile(bank.folder() + u"/workspace.db"_s, foreign);

        const auto refused = plimsollctl({u"verify"_s, bank.folder()});
        const auto mended = restored(backup, bank.folder());

        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.remarks.contains("Restore the newest backup from the folder"),
                 refused.remarks.constData());
        QVERIFY2(mended.code == 0, mended.remarks.constData());
        const auto kept = mended.json()["replaced"_L1].toString();
        QCOMPARE(readFile(kept), foreign);
        QVERIFY2(!QFileInfo(kept).fileName().startsWith("workspace-"_L1), qPrintable(kept));
        QCOMPARE(plimsollctl({u"verify"_s, bank.folder()}).code, 0);
    }

    void whatAnInterruptedCommitLeftNeverReachesTheRestoredRecord()
    {
        const Bank bank;
        const auto backup = backedUp(bank);
        const auto database = bank.folder() + u"/workspace.db"_s;
        writeFile(database, QByteArray(5000, '\x7f'));
        writeFile(database + u"-journal"_s, QByteArray(5000, '\x01'));

        const auto mended = restored(backup, bank.folder());

        QVERIFY2(mended.code == 0, mended.remarks.constData());
        QVERIFY(!QFile::exists(database + u"-journal"_s));
        QVERIFY(QFile::exists(mended.json()["replaced"_L1].toString() + u"-journal"_s));
    }
};

QTEST_GUILESS_MAIN(RestoringTest)
#include "tst_restoring.moc"
