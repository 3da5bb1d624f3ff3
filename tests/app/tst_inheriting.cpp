#include "tests/support/bank.h"

#include <QJsonArray>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// What a platform answers once for several systems.
class InheritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAPlatformAnswersCountsForTheSystemThatTakesItOver()
    {
        const Bank bank;
        QCOMPARE(bank.run({u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, u"Bank cloud"_s}).code, 0);
        const auto answered =
            bank.run({u"answer"_s, bank.folder(), u"Bank cloud"_s, u"5.2.1-1"_s, u"met"_s, u"--json"_s});
        QVERIFY2(answered.code == 0, answered.remarks.constData());
        QCOMPARE(answered.json()["platform"_L1].toString(), u"Bank cloud"_s);
        const auto file = bank.file(u"inventory.csv"_s, "asset\n");
        QCOMPARE(bank.run({u"attach"_s, bank.folder(), u"Bank cloud"_s, u"5.2.1-1"_s, file,
                           u"--approved-by"_s, u"Jo Lee"_s})
                     .code,
                 0);
        QCOMPARE(met(bank), 0);

        const auto taken = bank.run({u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, u"bank cloud"_s});

        QVERIFY2(taken.code == 0, taken.remarks.constData());
        QCOMPARE(met(bank), 1);
        const auto listed = bank.run({u"platform"_s, u"list"_s, bank.folder(), u"--json"_s});
        const auto platform = listed.json()["platforms"_L1][0];
        QCOMPARE(platform["answered"_L1].toInt(), 1);
        QCOMPARE(platform["taken_over_by"_L1].toArray(), QJsonArray{u"AI-001"_s});

        const QStringList ends{u"system"_s, u"inherit"_s,    bank.folder(),
                               u"AI-001"_s, u"Bank cloud"_s, u"--end"_s};
        QCOMPARE(bank.run(ends).code, 0);
        QCOMPARE(met(bank), 0);
        QVERIFY(bank.run(ends).answers.contains("Nothing was changed"));
    }

    void whoIsNeitherSystemNorPlatformIsRefusedWithTheWayOut()
    {
        const Bank bank;
        const auto refused = bank.run({u"answer"_s, bank.folder(), u"Nobody"_s, u"5.2.1-1"_s, u"met"_s});
        QCOMPARE(refused.code, 3);
        QVERIFY(refused.remarks.contains("platform list"));
        QCOMPARE(bank.run({u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, u"Nobody"_s}).code, 3);
        const QStringList twice{u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, u"Bank cloud"_s};
        QCOMPARE(bank.run(twice).code, 0);
        QCOMPARE(bank.run(twice).code, 3);
    }

private:
    static int met(const Bank &bank)
    {
        return bank.run({u"status"_s, bank.folder(), u"AI-001"_s, u"--json"_s})
            .json()["systems"_L1][0]["whole"_L1]["shall"_L1]["met"_L1]
            .toInt(-1);
    }
};

QTEST_GUILESS_MAIN(InheritingTest)
#include "tst_inheriting.moc"
