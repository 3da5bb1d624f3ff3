#include "core/evidence/evidencestore.h"
#include "core/evidence/filechecks.h"
#include "tests/support/files.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class FileChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<EvidenceStore>(m_dir->filePath(u"bank/evidence"_s));
        m_file = m_store->storeBytes("policy", u"policy.txt"_s)->digest;
    }

    void whatWasSeenIsKeptBesideTheStore()
    {
        QVERIFY(keepChecks(*m_store, {{m_file, seen}}));

        const EvidenceStore afterRestart(m_store->folder());

        QCOMPARE(keptChecks(afterRestart), (FileChecks{{m_file, seen}}));
    }

    void laterChecksOfOtherFilesKeepTheEarlierOnes()
    {
        const Digest other = m_store->storeBytes("plan", u"plan.txt"_s)->digest;
        QVERIFY(keepChecks(*m_store, {{m_file, seen}}));
        QVERIFY(keepChecks(*m_store, {{other, seen}}));

        QCOMPARE(keptChecks(*m_store).size(), 2);
    }

    void aFileThatWasTouchedSinceWasNotChecked()
    {
        QVERIFY(keepChecks(*m_store, {{m_file, seen}}));
        QFile file(m_store->pathOf(m_file));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
        file.write("x");
        file.close();

        QVERIFY(keptChecks(*m_store).isEmpty());
    }

    void aCopyOfTheWorkspaceWasNotChecked()
    {
        QVERIFY(keepChecks(*m_store, {{m_file, seen}}));
        QCOMPARE(
            QProcess::execute(u"cp"_s, {u"-a"_s, m_dir->filePath(u"bank"_s), m_dir->filePath(u"copy"_s)}), 0);

        QVERIFY(keptChecks(EvidenceStore(m_dir->filePath(u"copy/evidence"_s))).isEmpty());
    }

    void aMissingFileStaysMissingUntilItIsBack()
    {
        const QByteArray content = readFile(m_store->pathOf(m_file));
        QVERIFY(QFile::remove(m_store->pathOf(m_file)));
        QVERIFY(keepChecks(*m_store, {{m_file, {Integrity::Missing, seen.at}}}));
        QCOMPARE(keptChecks(*m_store).value(m_file).integrity, Integrity::Missing);

        QVERIFY(m_store->storeBytes(content, u"policy.txt"_s));

        QVERIFY(keptChecks(*m_store).isEmpty());
    }

    void whatCannotBeReadCountsAsNotChecked_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{{{{");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("wrong shapes")
            << QByteArray("{\"" + QByteArray(64, 'a') + "\": 5, \"x\": [[], {}, 1]}");
    }

    void whatCannotBeReadCountsAsNotChecked()
    {
        QFETCH(const QByteArray, content);
        writeFile(m_store->folder() + u"-checks.json"_s, content);

        QVERIFY(keptChecks(*m_store).isEmpty());
        QVERIFY(keepChecks(*m_store, {{m_file, seen}}));
        QCOMPARE(keptChecks(*m_store), (FileChecks{{m_file, seen}}));
    }

    void whatIsNoFileCountsAsNotCheckedAndKeepsNobodyWaiting_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("a pipe") << u"mkfifo '%1'"_s;
        QTest::newRow("a device without end") << u"ln -s /dev/zero '%1'"_s;
        QTest::newRow("a file of a terabyte") << u"truncate -s 1T '%1'"_s;
    }

    void whatIsNoFileCountsAsNotCheckedAndKeepsNobodyWaiting()
    {
        QFETCH(const QString, command);
        const QString beside = m_store->folder() + u"-checks.json"_s;
        QCOMPARE(QProcess::execute(u"sh"_s, {u"-c"_s, command.arg(beside)}), 0);

        QVERIFY(keptChecks(*m_store).isEmpty());
        QVERIFY(keepChecks(*m_store, {{m_file, seen}}));
        QCOMPARE(keptChecks(*m_store), (FileChecks{{m_file, seen}}));
    }

private:
    const FileCheck seen{Integrity::Unchanged, QDateTime(QDate(2026, 5, 3), QTime(8, 0), Qt::UTC)};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<EvidenceStore> m_store;
    Digest m_file;
};

QTEST_APPLESS_MAIN(FileChecksTest)
#include "tst_filechecks.moc"
