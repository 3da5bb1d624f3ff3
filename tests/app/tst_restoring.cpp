#include "tests/support/bank.h"
#include "tests/support/files.h"
#include "tests/support/pdftools.h"

#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

Ended restored(const QString &file, const QString &folder, const QStringList &words = {})
{
    return plimsollctl(QStringList{u"restore"_s, file, folder, u"--json"_s} + words);
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
        const auto elsewhere = restored(bank.path(file), bank.path(u"a/New.plimsoll"_s));

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.remarks.contains(named), ended.remarks.constData());
        QVERIFY2(ended.remarks.contains(bank.path(file).toUtf8()), ended.remarks.constData());
        QVERIFY2(ended.remarks.contains(backup.toUtf8()), ended.remarks.constData());
        QVERIFY(!ended.remarks.contains("new workspace"));
        QCOMPARE(elsewhere.code, 3);
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
        QCOMPARE(recordAfterwards, record);
        QVERIFY2(meant.code == 0, meant.remarks.constData());
        const auto kept = meant.json()["replaced"_L1].toString();
        const auto back = restored(kept, bank.folder(), {u"--another-workspace"_s});
        QVERIFY2(back.code == 0, back.remarks.constData());
        QCOMPARE(plimsollctl({u"verify"_s, bank.folder()}).code, 0);
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
        QVERIFY2(refused.remarks.contains("restore the newest backup"), refused.remarks.constData());
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
