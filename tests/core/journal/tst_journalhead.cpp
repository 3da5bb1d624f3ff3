#include "core/delivery/workspaceverification.h"
#include "core/workspace/backup.h"
#include "core/workspace/recordschema.h"
#include "tests/support/behindtheprogram.h"
#include "tests/support/files.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// The head as it is stored, and how many entries and parts there are.
QString heldBy(const WorkspaceFixture &fixture)
{
    const auto reader = fixture->reader();
    const auto held =
        (*reader)->single(u"SELECT (SELECT COUNT(*) FROM journal_entry) || ' ' || (SELECT COUNT(*) FROM "
                          u"journal_part) || ' ' || "
                          "COALESCE((SELECT sequence || ' ' || digest FROM journal_head), 'none')"_s);
    return held->toString();
}

void addForgedHeads()
{
    QTest::addColumn<QStringList>("sql");
    QTest::addColumn<QString>("found");
    QTest::newRow("set ahead") << QStringList{u"UPDATE journal_head SET sequence = 100"_s}
                               << u"entry 3, but its head speaks of entry 100: entries were cut off, or"_s;
    QTest::newRow("set back") << QStringList{u"UPDATE journal_head SET sequence = sequence - 1"_s}
                              << u"entry 3, but its head speaks of entry 2: entries were added, or"_s;
    QTest::newRow("other digest") << QStringList{u"UPDATE journal_head SET digest = (SELECT digest FROM "
                                                 "journal_entry WHERE sequence = 2)"_s}
                                  << u"entry 3, but its head has the digest of another"_s;
    QTest::newRow("no digest") << QStringList{u"UPDATE journal_head SET digest = '00'"_s}
                               << u"lost its head"_s;
    QTest::newRow("gone") << QStringList{u"DELETE FROM journal_head"_s} << u"lost its head"_s;
    QTest::newRow("last entry cut off")
        << QStringList{u"DROP TRIGGER journal_part_stays"_s, u"DROP TRIGGER journal_entry_stays"_s,
                       u"DELETE FROM journal_part WHERE sequence = 3"_s,
                       u"DELETE FROM journal_entry WHERE sequence = 3"_s}
        << u"entry 2, but its head speaks of entry 3: entries were cut off, or"_s;
}

}

class JournalHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->aSystem(u"One"_s);
        m_fixture->aSystem(u"Two"_s);
    }

    void aChangeIsRefusedInWordsWhereTheHeadIsNotThatOfTheLastEntry_data() { addForgedHeads(); }
    void aChangeIsRefusedInWordsWhereTheHeadIsNotThatOfTheLastEntry()
    {
        QFETCH(const QStringList, sql);
        behindTheProgram(*m_fixture, sql);
        const QString before = heldBy(*m_fixture);
        const AiSystem system = m_fixture->all<AiSystem>().first();
        AiSystem renamed = system;
        renamed.name = u"Renamed"_s;

        const auto committed = (*m_fixture)->commitAndWait(ChangeSet(u"Rename"_s).change(system, renamed));

        QVERIFY(!committed);
        QCOMPARE(committed.error().code, ErrorCode::Damaged);
        const QString said = committed.error().message;
        QVERIFY2(said.contains((*m_fixture)->databaseFile()) && said.contains(u"journal"_s),
                 qPrintable(said));
        QVERIFY2(said.contains(u"Restore the newest backup"_s), qPrintable(said));
        QCOMPARE(heldBy(*m_fixture), before);
        QCOMPARE(m_fixture->all<AiSystem>().first(), system);
    }

    void theBackupThatIsDueIsRefusedBeforeAnythingIsWritten_data() { addForgedHeads(); }
    void theBackupThatIsDueIsRefusedBeforeAnythingIsWritten()
    {
        QFETCH(const QStringList, sql);
        auto &fixture = *m_fixture;
        behindTheProgram(fixture, sql);
        const auto filesBefore = filesBelow(fixture.folder());

        const auto refused =
            backUpWhenDue(fixture->databaseFile(), fixture->backupsFolder(), fixture.clock().now());

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
        QVERIFY2(refused.error().message.contains(u"journal"_s), qPrintable(refused.error().message));
        QCOMPARE(filesBelow(fixture.folder()), filesBefore);
    }

    void whatBecameOfTheHeadIsFoundWithTheWorkspaceAndItsBackupNamed_data() { addForgedHeads(); }
    void whatBecameOfTheHeadIsFoundWithTheWorkspaceAndItsBackupNamed()
    {
        QFETCH(const QStringList, sql);
        QFETCH(const QString, found);
        auto &fixture = *m_fixture;
        QVERIFY(backUp(**fixture->reader(), fixture->backupsFolder(), fixture.clock().now(), 1 << 30));
        behindTheProgram(fixture, sql);

        const auto verification = verifyWorkspace(fixture.workspace());

        QVERIFY2(verification, verification ? "" : qPrintable(verification.error().message));
        QVERIFY(!verification->holds() && !verification->couldNotTell());
        QCOMPARE(toJson(*verification)["verified"_L1], QJsonValue(false));
        QVERIFY2(verification->proofs.at(0).statement.contains(found),
                 qPrintable(verification->proofs.at(0).statement));
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(words.startsWith(u"Not verified: "_s), qPrintable(words));
        QVERIFY2(words.contains(fixture->databaseFile()) &&
                     words.contains(u"from the folder “backups” beside it"_s),
                 qPrintable(words));
    }

    void aRecordThatHoldsNeedsNoWayOut()
    {
        const auto verification = verifyWorkspace(m_fixture->workspace());

        QVERIFY(verification && verification->holds());
        QVERIFY(!inWords(*verification).join(u'\n').contains(u"Restore"_s));
    }

private:
    std::unique_ptr<WorkspaceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(JournalHeadTest)
#include "tst_journalhead.moc"
