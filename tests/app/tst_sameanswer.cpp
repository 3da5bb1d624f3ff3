#include "tests/support/bank.h"

#include <QJsonArray>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class SameAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameAnswerAgainChangesNothingAndIsFine()
    {
        const Bank bank;
        const QStringList words{u"5.2.1-1"_s, u"partly"_s, u"--owner"_s, u"Ana Ruiz"_s, u"--json"_s};
        const auto first = bank.answer(words);
        const auto journal = plimsollctl({u"journal"_s, bank.folder()}).answers;

        const auto again = bank.answer(words);
        const auto inWords = bank.answer(words.sliced(0, 4));

        QCOMPARE(first.json()["changed"_L1].toBool(), true);
        QVERIFY2(again.code == 0, again.remarks.constData());
        QCOMPARE(again.json()["changed"_L1].toBool(true), false);
        QCOMPARE(inWords.code, 0);
        QVERIFY2(inWords.answers.contains("Nothing was changed"), inWords.answers.constData());
        QCOMPARE(plimsollctl({u"journal"_s, bank.folder()}).answers, journal);
    }

    void anEmptyWordTakesAwayWhatWasThere_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("field");

        QTest::newRow("owner") << u"--owner"_s << u"Ana Ruiz"_s << u"owner"_s;
        QTest::newRow("due") << u"--due"_s << u"2026-12-01"_s << u"due"_s;
        QTest::newRow("approver") << u"--approver"_s << u"Ana Ruiz"_s << u"approver"_s;
        QTest::newRow("review") << u"--review-on"_s << u"2027-01-01"_s << u"review_on"_s;
        QTest::newRow("rationale") << u"--rationale"_s << u"Not yet"_s << u"rationale"_s;
    }

    void anEmptyWordTakesAwayWhatWasThere()
    {
        QFETCH(const QString, option);
        QFETCH(const QString, value);
        QFETCH(const QString, field);
        const Bank bank;
        QCOMPARE(bank.answer({u"5.2.1-1"_s, u"not-met"_s, option, value}).code, 0);

        const auto cleared = bank.answer({u"5.2.1-1"_s, u"not-met"_s, option, QString()});

        QVERIFY2(cleared.code == 0, cleared.remarks.constData());
        const auto edit =
            plimsollctl({u"journal"_s, bank.folder(), u"--json"_s}).json()["entries"_L1][0]["edits"_L1][0];
        const auto fields = edit["fields"_L1].toObject();
        QCOMPARE(fields.keys(), QStringList{field});
        const auto after = fields[field][1];
        QVERIFY(after.isNull() || after.toString(u"kept"_s).isEmpty());
    }

    void anEmptyWordIsNotTheSameAsSayingNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto folder = u"WS"_s;

        QTest::newRow("status") << QStringList{u"status"_s, folder, QString()};
        QTest::newRow("journal") << QStringList{u"journal"_s, folder, u"--system"_s, QString()};
        QTest::newRow("assessment") << QStringList{u"status"_s, folder, u"AI-001"_s, u"--assessment"_s,
                                                   QString()};
    }

    void anEmptyWordIsNotTheSameAsSayingNothing()
    {
        QFETCH(QStringList, words);
        const Bank bank;
        words.replaceInStrings(u"WS"_s, bank.folder());

        const auto ended = bank.run(words);

        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.remarks.contains("nothing is named"), ended.remarks.constData());
    }
};

QTEST_GUILESS_MAIN(SameAnswerTest)
#include "tst_sameanswer.moc"
