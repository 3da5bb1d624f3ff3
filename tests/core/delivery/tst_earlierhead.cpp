#include "core/delivery/exportpackage.h"
#include "core/delivery/packageverification.h"
#include "core/delivery/workspaceverification.h"
#include "core/record/canonicaljson.h"
#include "tests/support/behindtheprogram.h"

#include <QJsonDocument>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

JournalHead headOf(const TwoSystems &bank)
{
    return *journalHead(*bank.reader());
}

/// What somebody does who knows the format: tells the first entry anew and makes every digest after it.
void rewriteTheJournal(const TwoSystems &bank)
{
    QList<QByteArray> headers;
    const auto read = bank.reader()->each(u"SELECT header FROM journal_entry ORDER BY sequence"_s, {},
                                          [&](const Row &row) { headers.append(row.text(0).toUtf8()); });
    QVERIFY(read);
    QStringList statements{u"DROP TRIGGER journal_entry_keeps"_s};
    Digest previous;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        auto header = QJsonDocument::fromJson(headers.at(i)).object();
        if (i == 0)
            header.insert("at"_L1, u"2001-01-01T00:00:00.000Z"_s);
        header.insert("previous"_L1, previous.hex());
        const QByteArray text = canonicalJson(header);
        previous = Digest::of(text);
        statements.append(u"UPDATE journal_entry SET header = '%1', digest = '%2' WHERE sequence = %3"_s.arg(
            QString::fromUtf8(text), previous.hex(), QString::number(i + 1)));
    }
    statements.append(
        {u"UPDATE journal_head SET digest = '%1'"_s.arg(previous.hex()),
         u"CREATE TRIGGER journal_entry_keeps BEFORE UPDATE ON journal_entry\nBEGIN\n    SELECT "
         "RAISE(ABORT, 'the journal is append-only');\nEND"_s});
    behindTheProgram(bank, statements);
}

QString wordsOf(const WorkspaceVerification &verification)
{
    return inWords(verification).join(u'\n');
}

}

/// What holding a journal against an earlier end of it shows, and nothing else does.
class EarlierHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeadIsReadAsItIsWritten()
    {
        const JournalHead head{103, Digest::of("the last header")};

        const auto read = headFromText(headText(head));

        QVERIFY(read);
        QCOMPARE(read->sequence, head.sequence);
        QCOMPARE(read->digest, head.digest);
    }

    void whatIsNoHeadIsNotRead_data()
    {
        QTest::addColumn<QString>("text");
        const QString digest = Digest::of("a header").hex();
        QTest::newRow("nothing") << QString();
        QTest::newRow("no number") << digest;
        QTest::newRow("no entry") << u"0:"_s + digest;
        QTest::newRow("a beginning") << u"103:"_s + digest.left(12);
        QTest::newRow("more") << u"103:"_s + digest + u":1"_s;
    }
    void whatIsNoHeadIsNotRead()
    {
        QFETCH(const QString, text);

        QVERIFY(!headFromText(text));
    }

    void whereTheJournalEndsIsTold()
    {
        const TwoSystems bank;
        const auto head = headOf(bank);

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY2(wordsOf(*verification).contains(u"ends with entry %1"_s.arg(head.sequence)),
                 qPrintable(wordsOf(*verification)));
        QVERIFY(wordsOf(*verification).contains(head.digest.hex()));
        QVERIFY(wordsOf(*verification).contains(u"rewritten as a whole does not show"_s));
        const auto told = toJson(*verification).value("head"_L1).toObject();
        QCOMPARE(told["entries"_L1].toInteger(), head.sequence);
        QCOMPARE(told["digest"_L1].toString(), head.digest.hex());
    }

    void aJournalThatOnlyWentOnLeadsToItsEarlierHead()
    {
        TwoSystems bank;
        const auto earlier = headOf(bank);
        AnswerChange partly;
        partly.answer = Answer::PartlyMet;
        partly.rationale = u"Half of it."_s;
        bank.answer(bank.assessmentOf(bank.fraud), u"5.1.2-4"_s, partly);

        const auto verification = verifyWorkspace(bank.fixture.workspace(), unwatched(), earlier);

        QVERIFY(verification && verification->holds());
        QVERIFY2(wordsOf(*verification).contains(u"still leads to entry %1"_s.arg(earlier.sequence)),
                 qPrintable(wordsOf(*verification)));
    }

    void aJournalRewrittenAsAWholeShowsOnlyAgainstItsEarlierHead()
    {
        const TwoSystems bank;
        const auto earlier = headOf(bank);
        rewriteTheJournal(bank);

        const auto alone = verifyWorkspace(bank.fixture.workspace());
        const auto held = verifyWorkspace(bank.fixture.workspace(), unwatched(), earlier);

        QVERIFY(alone && held);
        QVERIFY2(alone->holds(), qPrintable(wordsOf(*alone)));
        QVERIFY(!held->holds());
        QVERIFY2(wordsOf(*held).startsWith(u"Not verified"_s), qPrintable(wordsOf(*held)));
        QVERIFY2(wordsOf(*held).contains(u"does not lead to entry %1"_s.arg(earlier.sequence)),
                 qPrintable(wordsOf(*held)));
        QVERIFY(!toJson(*held)["verified"_L1].toBool());
    }

    void aJournalThatIsShorterThanItWasDoesNotLeadThere()
    {
        const TwoSystems bank;
        const JournalHead longer{headOf(bank).sequence + 1, Digest::of("cut off")};

        const auto verification = verifyWorkspace(bank.fixture.workspace(), unwatched(), longer);

        QVERIFY(verification && !verification->holds());
        QVERIFY2(wordsOf(*verification).contains(u"it has no entry %1"_s.arg(longer.sequence)),
                 qPrintable(wordsOf(*verification)));
    }

    void ofABrokenJournalNoHeadIsTold()
    {
        const TwoSystems bank;
        const auto earlier = headOf(bank);
        behindTheProgram(bank, {u"UPDATE journal_head SET sequence = sequence + 1"_s});

        const auto verification = verifyWorkspace(bank.fixture.workspace(), unwatched(), earlier);

        QVERIFY(verification && !verification->holds());
        QVERIFY(!wordsOf(*verification).contains(earlier.digest.hex()));
        QVERIFY(toJson(*verification)["head"_L1].isNull());
    }

    void aLaterPackageLeadsToTheHeadOfAnEarlierOne()
    {
        TwoSystems bank;
        const auto earlier = headOf(bank);
        const QString place = exported(bank, u"later"_s);

        const auto verification = verifyPackage(place, {}, unwatched(), earlier);

        QVERIFY(verification);
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(verification->holds(), qPrintable(words));
        QVERIFY2(words.contains(u"still leads to entry %1"_s.arg(earlier.sequence)), qPrintable(words));
        QCOMPARE(toJson(*verification)["record"_L1]["leads_to_earlier"_L1], QJsonValue(true));
    }

    void aPackageOfARewrittenJournalShowsAgainstTheEarlierHead()
    {
        TwoSystems bank;
        const auto earlier = headOf(bank);
        rewriteTheJournal(bank);
        const QString place = exported(bank, u"later"_s);

        const auto alone = verifyPackage(place, {}, unwatched());
        const auto held = verifyPackage(place, {}, unwatched(), earlier);

        QVERIFY(alone && held);
        QVERIFY(alone->holds() && !held->holds());
        const QString words = inWords(*held).join(u'\n');
        QVERIFY2(words.contains(u"is not of the journal that ended as you were told"_s), qPrintable(words));
        QVERIFY2(words.contains(u"does not lead to entry"_s), qPrintable(words));
        QCOMPARE(toJson(*alone)["record"_L1]["leads_to_earlier"_L1], QJsonValue());
        QCOMPARE(toJson(*held)["record"_L1]["leads_to_earlier"_L1], QJsonValue(false));
        QCOMPARE(toJson(*held)["verdict"_L1].toString(), u"rejected"_s);
    }

private:
    static QString exported(TwoSystems &bank, const QString &name)
    {
        ExportOptions options;
        options.form = PackageForm::Folder;
        const auto issued =
            exportPackage(bank.fixture.workspace(), bank.both(), bank.fixture.path(name), options);
        if (!issued)
            qFatal("%s", qPrintable(issued.error().message));
        return issued->path;
    }
};

QTEST_MAIN(EarlierHeadTest)
#include "tst_earlierhead.moc"
