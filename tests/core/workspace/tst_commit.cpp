#include "core/assessment/response.h"
#include "core/base/text.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/evidence/evidence.h"
#include "core/inventory/limitation.h"
#include "core/journal/verification.h"
#include "core/workspace/assessing.h"
#include "core/workspace/recordschema.h"
#include "tests/support/workspacefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class CommitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasCommittedIsReadBackAfterReopening()
    {
        WorkspaceFixture fixture;
        auto system = fixture.aSystem(u"Fraud scoring – Größe 🙂"_s);
        AiSystem renamed = system;
        renamed.purpose = u"Scores payments"_s;
        renamed.plannedRelease = QDate(2026, 12, 1);
        renamed.generative = true;
        fixture.commit(ChangeSet(u"Describe"_s).change(system, renamed));

        fixture.reopen();

        QCOMPARE(fixture.all<AiSystem>(), QList{renamed});
    }

    void aChangeMadeFromAnOldStateIsAConflictThatNamesBoth()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Fraud scoring"_s);
        AiSystem theirs = system;
        theirs.name = u"Theirs"_s;
        fixture.commit(ChangeSet(u"Rename"_s).change(system, theirs));
        AiSystem yours = system;
        yours.name = u"Yours"_s;

        const auto result = fixture->commitAndWait(ChangeSet(u"Rename"_s).change(system, yours));

        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Conflict);
        QVERIFY(result.error().message.contains(u"Theirs"_s) && result.error().message.contains(u"Yours"_s));
        QCOMPARE(fixture.all<AiSystem>(), QList{theirs});
    }

    void whatIsOvertakenIsToldAsAConflictThoughARuleRefusesItToo()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Fraud scoring"_s);
        AiSystem unseen = system;
        unseen.name = u"\u200b"_s;
        const auto refused = fixture->commitAndWait(ChangeSet(u"Rename"_s).change(system, unseen));
        QVERIFY(!refused && refused.error().code != ErrorCode::Conflict);
        AiSystem theirs = system;
        theirs.name = u"Theirs"_s;
        fixture.commit(ChangeSet(u"Rename"_s).change(system, theirs));

        const auto overtaken = fixture->commitAndWait(ChangeSet(u"Rename"_s).change(system, unseen));

        QVERIFY(!overtaken);
        QCOMPARE(overtaken.error().code, ErrorCode::Conflict);
        QVERIFY2(overtaken.error().message.contains(u"Theirs"_s), qPrintable(overtaken.error().message));
        QCOMPARE(fixture.all<AiSystem>(), QList{theirs});
    }

    void aConflictOverTheSameWordsIsNotToldAsTwo()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Fraud scoring"_s);
        AiSystem renamed = system;
        renamed.name = u"Fraud detection"_s;
        fixture.commit(ChangeSet(u"Rename"_s).change(system, renamed));

        const auto result = fixture->commitAndWait(ChangeSet(u"Rename"_s).change(system, renamed));

        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Conflict);
        QCOMPARE(result.error().message.count(u"Fraud detection"_s), 1);
        QVERIFY2(!result.error().message.contains(u"yours would be"_s), qPrintable(result.error().message));
    }

    void aRefusedChangeSetLeavesNothingOfItself()
    {
        WorkspaceFixture fixture;
        AiSystem good;
        good.id = Id<AiSystem>::generate(fixture.clock());
        good.number = u"AI-001"_s;
        good.name = u"Good"_s;
        AiSystem nameless = good;
        nameless.id = Id<AiSystem>::generate(fixture.clock());
        nameless.number = u"AI-002"_s;
        nameless.businessOwner = Id<Person>::generate(fixture.clock());

        const auto result = fixture->commitAndWait(ChangeSet(u"Two"_s).create(good).create(nameless));

        QVERIFY(!result);
        QVERIFY(fixture.all<AiSystem>().isEmpty());
        const auto reader = fixture->reader();
        QCOMPARE(journalHead(**reader)->sequence, 1);
    }

    void anEmptyRequiredFieldIsRefusedByName()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Fraud scoring"_s);
        AiSystem nameless = system;
        nameless.name.clear();

        const auto result = fixture->commitAndWait(ChangeSet(u"Rename"_s).change(system, nameless));

        QVERIFY(!result);
        QVERIFY(result.error().message.contains(u"name"_s));
    }

    void halfACharacterIsRefusedInWords()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Fraud scoring"_s);
        AiSystem broken = system;
        broken.purpose = QString(QChar(0xd83d));

        QVERIFY(!fixture->commitAndWait(ChangeSet(u"Describe"_s).change(system, broken)));
    }

    void changedIsToldOnlyAfterTheCommit()
    {
        WorkspaceFixture fixture;
        QSignalSpy changed(&fixture.workspace(), &Workspace::changed);

        fixture.aSystem(u"Fraud scoring"_s);

        QTRY_COMPARE(changed.size(), 1);
    }

    void fieldHistoryTellsEveryValueInOrder()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"One"_s);
        AiSystem two = system;
        two.name = u"Two"_s;
        fixture.commit(ChangeSet(u"Rename"_s).change(system, two));

        const auto reader = fixture->reader();
        const auto history = fieldHistory(**reader, recordSchema(), system.id.text(), "name"_L1);

        QCOMPARE(history->size(), 2);
        QCOMPARE(history->first().after.shown(), u"One"_s);
        QCOMPARE(history->last().before.shown(), u"One"_s);
        QCOMPARE(history->last().after.shown(), u"Two"_s);
    }

    void daysThatCannotBeMeantAreRefusedByName_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<bool>("isTaken");
        QTest::addRow("a year") << QDate(2026, 1, 1) << QDate(2026, 12, 31) << true;
        QTest::addRow("a day") << QDate(2026, 1, 1) << QDate(2026, 1, 1) << true;
        QTest::addRow("turned round") << QDate(2026, 9, 30) << QDate(2026, 7, 1) << false;
        QTest::addRow("the year 1") << QDate(1, 1, 1) << QDate(2026, 7, 1) << false;
        QTest::addRow("the year 9999") << QDate(2026, 1, 1) << QDate(9999, 12, 31) << false;
    }

    void daysThatCannotBeMeantAreRefusedByName()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(bool, isTaken);
        WorkspaceFixture fixture;
        Evidence evidence;
        evidence.id = Id<Evidence>::generate(fixture.clock());
        evidence.title = u"Log"_s;
        evidence.coversFrom = from;
        Evidence whole = evidence;
        whole.coversTo = to;

        const auto atOnce = fixture->commitAndWait(ChangeSet(u"Attach"_s).create(whole));
        evidence.id = Id<Evidence>::generate(fixture.clock());
        whole.id = evidence.id;
        (void)fixture->commitAndWait(ChangeSet(u"Attach"_s).create(evidence));
        const auto inTwoSteps = fixture->commitAndWait(ChangeSet(u"Until"_s).change(evidence, whole));

        QCOMPARE(atOnce.has_value(), isTaken);
        QCOMPARE(inTwoSteps.has_value(), isTaken);
    }

    void aClosedAssessmentStaysAsItIs()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Fraud scoring"_s);
        Assessment open;
        open.id = Id<Assessment>::generate(fixture.clock());
        open.system = system.id;
        open.catalogue = u"en-304-223"_s;
        open.catalogueVersion = u"1"_s;
        open.startedOn = QDate(2026, 11, 1);
        Response response;
        response.id = responseId(open.id, u"5.1.1-1"_s);
        response.assessment = open.id;
        response.item = u"5.1.1-1"_s;
        response.answer = Answer::Met;
        fixture.commit(ChangeSet(u"Start"_s).create(open).create(response));
        const Occasion occasion{QDate(2026, 11, 20), fixture->actor(), fixture.clock()};
        const auto reader = fixture->reader();
        fixture.commit(*planClose(**reader, *shippedCatalogue(), system, occasion));
        Response changed = response;
        changed.answer = Answer::NotMet;

        const auto result = fixture->commitAndWait(ChangeSet(u"Cheat"_s).change(response, changed));

        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Denied);
        QVERIFY(result.error().message.contains(u"2026-11-20"_s));
    }

    void anUntouchedRecordVerifies()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"One"_s);
        AiSystem two = system;
        two.name = u"Two"_s;
        fixture.commit(ChangeSet(u"Rename"_s).change(system, two));

        const auto reader = fixture->reader();
        const auto chain = verifyChain(**reader, recordSchema(), unwatched());
        const auto rows = verifyRows(**reader, recordSchema(), unwatched());

        QVERIFY2(chain && chain->holds, qPrintable(chain ? chain->statement : chain.error().message));
        QVERIFY2(rows && rows->holds, qPrintable(rows ? rows->statement : rows.error().message));
        QCOMPARE(chain->checked, 3);
    }

    void everyCharacterThatIsTakenComesBack()
    {
        WorkspaceFixture fixture;
        QString all = u"\U0001F642\U0001FFFE"_s;
        for (char32_t code = 1; code <= 0xffff; ++code) {
            if (const QString one(QChar(static_cast<char16_t>(code))); isStorable(one))
                all += one;
        }
        auto system = fixture.aSystem(u"One"_s);
        const AiSystem before = system;
        system.purpose = all;

        fixture.commit(ChangeSet(u"Describe"_s).change(before, system));

        QVERIFY(all.size() > 60'000);
        QCOMPARE(fixture.all<AiSystem>().first().purpose, all);
        const auto reader = fixture->reader();
        QVERIFY(verifyChain(**reader, recordSchema(), unwatched())->holds);
        QVERIFY(verifyRows(**reader, recordSchema(), unwatched())->holds);
    }

    void aRowAlteredBehindTheProgramIsFoundAndNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("changed") << u"UPDATE ai_system SET name = 'x'"_s;
        QTest::newRow("deleted") << u"DELETE FROM limitation"_s;
        QTest::newRow("added")
            << u"INSERT INTO party VALUES ('0194d6d0-0000-7000-8000-000000000001', 'x', 'own', '', NULL)"_s;
        QTest::newRow("id in other letters") << u"UPDATE limitation SET id = upper(id)"_s;
        QTest::newRow("id in braces") << u"UPDATE limitation SET id = '{' || id || '}'"_s;
        QTest::newRow("id as bytes") << u"UPDATE limitation SET id = CAST(id AS BLOB)"_s;
        QTest::newRow("reference as bytes") << u"UPDATE limitation SET system = CAST(system AS BLOB)"_s;
        QTest::newRow("text as bytes") << u"UPDATE ai_system SET phase = CAST(phase AS BLOB)"_s;
        QTest::newRow("another yes") << u"UPDATE ai_system SET generative = 2"_s;
        QTest::newRow("yes as text") << u"UPDATE ai_system SET generative = 'true'"_s;
        QTest::newRow("bytes that are no text")
            << u"UPDATE limitation SET statement = CAST(x'78ff' AS TEXT)"_s;
    }

    void aRowAlteredBehindTheProgramIsFoundAndNamed()
    {
        QFETCH(QString, sql);
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"One"_s);
        fixture.commit(ChangeSet(u"Note"_s).create(Limitation{
            Id<Limitation>::generate(fixture.clock()), system.id, {}, u"x"_s, QDate(2026, 1, 1), {}}));
        const auto intruder = Connection::open(fixture->databaseFile(), Connection::Mode::ReadWrite);
        QVERIFY((*intruder)->execute(u"PRAGMA foreign_keys = OFF"_s));
        QVERIFY((*intruder)->execute(sql));

        const auto reader = fixture->reader();
        const auto rows = verifyRows(**reader, recordSchema(), unwatched());

        QVERIFY(rows);
        QVERIFY(!rows->holds);
        QVERIFY(rows->statement.contains(u"behind the program's back"_s));
    }

    void aTamperedJournalIsFound_data()
    {
        QTest::addColumn<QStringList>("sql");
        const QString lift = u"DROP TRIGGER %1"_s;
        QTest::newRow("altered text")
            << QStringList{lift.arg(u"journal_part_keeps"_s),
                           u"UPDATE journal_part SET body = '{}' WHERE sequence = 2 AND position = 1"_s};
        QTest::newRow("altered header") << QStringList{
            lift.arg(u"journal_entry_keeps"_s),
            u"UPDATE journal_entry SET header = replace(header, '2026', '2025') WHERE sequence = 2"_s};
        QTest::newRow("cut off tail")
            << QStringList{lift.arg(u"journal_part_stays"_s), lift.arg(u"journal_entry_stays"_s),
                           u"DELETE FROM journal_part WHERE sequence = 2"_s,
                           u"DELETE FROM journal_entry WHERE sequence = 2"_s};
        QTest::newRow("change filed under nothing")
            << QStringList{lift.arg(u"journal_part_keeps"_s),
                           u"UPDATE journal_part SET entity_type = NULL, entity_id = NULL "
                           "WHERE sequence = 2 AND position = 1"_s};
        QTest::newRow("change filed under a kind that is none") << QStringList{
            lift.arg(u"journal_part_keeps"_s),
            u"UPDATE journal_part SET entity_type = 'x' WHERE sequence = 2 AND position = 1"_s};
        QTest::newRow("change filed under a kind in bytes")
            << QStringList{lift.arg(u"journal_part_keeps"_s),
                           u"UPDATE journal_part SET entity_type = CAST(entity_type AS BLOB) "
                           "WHERE sequence = 2 AND position = 1"_s};
        QTest::newRow("change filed under another thing")
            << QStringList{lift.arg(u"journal_part_keeps"_s),
                           u"UPDATE journal_part SET entity_id = upper(entity_id) WHERE position = 1"_s};
        QTest::newRow("parts renumbered")
            << QStringList{lift.arg(u"journal_part_keeps"_s),
                           u"UPDATE journal_part SET position = 7 WHERE sequence = 2 AND position = 1"_s};
        QTest::newRow("change beside the entries")
            << QStringList{u"PRAGMA foreign_keys = OFF"_s,
                           u"INSERT INTO journal_part (sequence, position, salt, digest, entity_type, "
                           "entity_id, body) SELECT 99, position, salt, digest, entity_type, entity_id, body "
                           "FROM journal_part WHERE sequence = 2 AND position = 1"_s};
        QTest::newRow("entry before the first")
            << QStringList{u"INSERT INTO journal_entry (sequence, header, digest) "
                           "SELECT 0, header, digest FROM journal_entry WHERE sequence = 2"_s};
        QTest::newRow("number of an entry in bytes")
            << QStringList{lift.arg(u"journal_entry_keeps"_s), u"PRAGMA foreign_keys = OFF"_s,
                           u"UPDATE journal_entry SET sequence = CAST('2' AS BLOB) WHERE sequence = 2"_s};
        QTest::newRow("part taken out")
            << QStringList{lift.arg(u"journal_part_stays"_s),
                           u"DELETE FROM journal_part WHERE sequence = 2 AND position = 1"_s};
    }

    void aTamperedJournalIsFound()
    {
        QFETCH(QStringList, sql);
        WorkspaceFixture fixture;
        fixture.aSystem(u"One"_s);
        const auto intruder = Connection::open(fixture->databaseFile(), Connection::Mode::ReadWrite);
        for (const auto &statement : sql)
            QVERIFY((*intruder)->execute(statement));

        const auto reader = fixture->reader();
        const auto chain = verifyChain(**reader, recordSchema(), unwatched());

        QVERIFY(chain);
        QVERIFY(!chain->holds);
        QVERIFY(!chain->statement.isEmpty());
    }

    void theJournalLetsNobodyRewriteIt()
    {
        WorkspaceFixture fixture;
        const auto intruder = Connection::open(fixture->databaseFile(), Connection::Mode::ReadWrite);

        QVERIFY(!(*intruder)->execute(u"UPDATE journal_entry SET header = ''"_s));
        QVERIFY(!(*intruder)->execute(u"DELETE FROM journal_part"_s));
    }
};

QTEST_GUILESS_MAIN(CommitTest)
#include "tst_commit.moc"
