#include "core/assessment/response.h"
#include "core/delivery/belongingrows.h"
#include "core/delivery/recordguide.h"
#include "core/delivery/recordjson.h"
#include "core/journal/restoration.h"
#include "core/workspace/recordschema.h"
#include "tests/support/twosystems.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const QByteArray thisVersion = "\"plimsoll-record\",\"version\":3";

RecordDocument documentOf(const TwoSystems &bank, const QList<Id<AiSystem>> &systems)
{
    const auto rows = rowsBelongingTo(*bank.reader(), recordSchema(), systems);
    if (!rows)
        qFatal("%s", qPrintable(rows.error().message));
    return {referenceTo(*bank.catalogue), rows->rows};
}

}

class RecordJsonTest : public QObject
{
    Q_OBJECT

private:
    const TwoSystems m_bank;

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        const auto document = documentOf(m_bank, {m_bank.fraud.id});

        const auto read = recordFromJson(recordJson(document, recordSchema()), recordSchema());

        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->catalogue, document.catalogue);
        for (const auto &type : recordSchema().types())
            QCOMPARE(read->rows.of(type.table), document.rows.of(type.table));
    }

    void equalRecordsGiveEqualBytes()
    {
        const auto &schema = recordSchema();

        QCOMPARE(recordJson(documentOf(m_bank, m_bank.both()), schema),
                 recordJson(documentOf(m_bank, {m_bank.chatbot.id, m_bank.fraud.id}), schema));
    }

    void onlyWhatBelongsToTheSystemLeaves()
    {
        const auto json = recordJson(documentOf(m_bank, {m_bank.fraud.id}), recordSchema());

        QVERIFY(json.contains("Fraud scoring"));
        QVERIFY(json.contains("Training is held every year."));
        QVERIFY(json.contains("The cloud is hardened for everybody."));
        QVERIFY(json.contains("Rare card types"));
        QVERIFY(json.contains("base-classifier"));
        for (const char *other : {"Chatbot", "Secret shortfall", "Chatbot minutes", "Acme AI"})
            QVERIFY2(!json.contains(other), other);
    }

    void whatIsTakenAlongOfOneSystemTellsWhichBackupsWereRestored()
    {
        WorkspaceFixture fixture;
        const auto fraud = fixture.aSystem(u"Fraud scoring"_s);
        fixture.aSystem(u"Chatbot"_s);
        Restoration restoration;
        restoration.id = Id<Restoration>::generate(fixture.clock());
        restoration.backup = u"workspace.db"_s;
        restoration.restoredBy = fixture->actor();
        restoration.restoredAt = fixture.clock().now();
        fixture.commit(ChangeSet(u"Restore"_s).create(restoration));

        const auto rows = rowsBelongingTo(**fixture->reader(), recordSchema(), {fraud.id});

        QVERIFY(rows && !rows->isWhole);
        QCOMPARE(rows->rows.of(Described<Restoration>::table).keys(), QStringList{restoration.id.text()});
    }

    void allSystemsTogetherAreTheWholeRecord()
    {
        const auto rows = rowsBelongingTo(*m_bank.reader(), recordSchema(), m_bank.both());

        QVERIFY(rows && rows->isWhole);
        QCOMPARE(rows->rows.of(Described<Response>::table).size(), m_bank.fixture.all<Response>().size());
    }

    void whatOurWriterWouldNotWriteIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");

        QTest::newRow("a key twice") << QByteArray("{\"catalogue\"")
                                     << QByteArray("{\"version\":2,\"catalogue\"");
        QTest::newRow("an unknown key") << QByteArray("\"format\":\"plimsoll-record\"")
                                        << QByteArray("\"format\":\"plimsoll-record\",\"surprise\":1");
        QTest::newRow("an unknown field")
            << QByteArray("\"name\":\"Fraud scoring\"") << QByteArray("\"nam\":1,\"name\":\"Fraud scoring\"");
        QTest::newRow("an empty required field")
            << QByteArray("\"name\":\"Fraud scoring\"") << QByteArray("\"name\":\"\"");
        QTest::newRow("a number for a text")
            << QByteArray("\"name\":\"Fraud scoring\"") << QByteArray("\"name\":17");
        QTest::newRow("an unknown word")
            << QByteArray("\"answer\":\"met\"") << QByteArray("\"answer\":\"excellent\"");
        QTest::newRow("half a character")
            << QByteArray("\"name\":\"Fraud scoring\"") << QByteArray("\"name\":\"Fraud \\ud800\"");
        QTest::newRow("white space") << QByteArray("{\"catalogue\"") << QByteArray("{ \"catalogue\"");
        QTest::newRow("not JSON") << QByteArray("{\"catalogue\"") << QByteArray("{catalogue");
        QTest::newRow("another format") << QByteArray("plimsoll-record") << QByteArray("plimsoll-recipe");
    }

    void whatOurWriterWouldNotWriteIsRefused()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        auto json = recordJson(documentOf(m_bank, {m_bank.fraud.id}), recordSchema());
        QVERIFY(json.contains(from));

        const auto read = recordFromJson(json.replace(from, to), recordSchema());

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Damaged);
        QVERIFY(read.error().message.endsWith(u'.'));
    }

    void aReferenceThatLeadsNowhereIsRefused()
    {
        auto document = documentOf(m_bank, {m_bank.fraud.id});
        document.rows.tables[Described<Person>::table].clear();

        const auto read = recordFromJson(recordJson(document, recordSchema()), recordSchema());

        QVERIFY(!read);
        QVERIFY(read.error().message.contains(u"refers to"_s));
    }

    void theGuideTellsOfEveryTableAndField()
    {
        const QString guide = QString::fromUtf8(recordGuide(recordSchema()));
        for (const EntityType &type : recordSchema().types()) {
            QVERIFY2(!rowInWords(type.table).isEmpty(), type.table.data());
            const auto begin = guide.indexOf(u"\n\n%1\n%2\n"_s.arg(type.table, rowInWords(type.table)));
            QVERIFY2(begin > 0, type.table.data());
            const QString section = guide.mid(begin + 2).section(u"\n\n"_s, 0, 0);
            QCOMPARE(section.count(u'\n'), type.fields.size() + 1 + (guide.endsWith(section) ? 1 : 0));
            for (const FieldType &field : type.fields)
                QVERIFY2(section.contains(u"\n  %1 "_s.arg(field.name)), field.name.data());
        }
    }

    void whatAnEarlierVersionWroteIsStillRead_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArrayList>("without");

        QTest::newRow("1") << "1"_ba
                           << QByteArrayList{"\"closing\":[],", "\"issued_system\":[],",
                                             "\"restoration\":[],"};
        QTest::newRow("2") << "2"_ba << QByteArrayList{"\"issued_system\":[],", "\"restoration\":[],"};
    }

    void whatAnEarlierVersionWroteIsStillRead()
    {
        QFETCH(const QByteArray, version);
        QFETCH(const QByteArrayList, without);
        const auto document = documentOf(m_bank, {m_bank.fraud.id});
        auto json = recordJson(document, recordSchema());
        for (const QByteArray &table : without) {
            QVERIFY2(json.contains(table), table.constData());
            json.replace(table, "");
        }
        json.replace(thisVersion, "\"plimsoll-record\",\"version\":" + version);

        const auto read = recordFromJson(json, recordSchema());

        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(recordJson(*read, recordSchema()), recordJson(document, recordSchema()));
    }

    void aVersionThatDoesNotFitWhatIsThereIsRefused_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("before the table of closings") << "1"_ba;
        QTest::newRow("before that of restorations") << "2"_ba;
        QTest::newRow("none") << "0"_ba;
        QTest::newRow("a text") << "\"3\""_ba;
    }
    void aVersionThatDoesNotFitWhatIsThereIsRefused()
    {
        QFETCH(const QByteArray, version);
        auto json = recordJson(documentOf(m_bank, {m_bank.fraud.id}), recordSchema());
        json.replace(thisVersion, "\"plimsoll-record\",\"version\":" + version);

        const auto read = recordFromJson(json, recordSchema());

        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(u"version"_s), qPrintable(read.error().message));
    }

    void aNewerFormatIsToldApart()
    {
        auto json = recordJson(documentOf(m_bank, {m_bank.fraud.id}), recordSchema());
        QVERIFY(json.contains(thisVersion));
        json.replace(thisVersion, "\"plimsoll-record\",\"version\":4");

        QCOMPARE(recordFromJson(json, recordSchema()).error().code, ErrorCode::Newer);
    }
};

QTEST_GUILESS_MAIN(RecordJsonTest)
#include "tst_recordjson.moc"
