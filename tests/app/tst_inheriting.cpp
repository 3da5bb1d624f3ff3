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

    void thatATakingOverEndedIsInTheSystemsJournalAndInItsPackage()
    {
        const Bank bank;
        QCOMPARE(bank.run({u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, u"Bank cloud"_s}).code, 0);
        const QStringList words{u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, u"Bank cloud"_s};
        QCOMPARE(bank.run(words).code, 0);
        QCOMPARE(bank.run(words + QStringList{u"--end"_s}).code, 0);
        QCOMPARE(bank.run({u"system"_s, u"add"_s, bank.folder(), u"--name"_s, u"Another"_s}).code, 0);
        const auto package = bank.path(u"package.zip"_s);
        QCOMPARE(bank.run({u"export"_s, u"package"_s, bank.folder(), u"AI-001"_s, u"-o"_s, package}).code, 0);

        const auto journal = plimsollctl({u"journal"_s, bank.folder(), u"--system"_s, u"AI-001"_s}).answers;
        QVERIFY2(journal.contains("no longer takes over"), journal.constData());
        const auto packaged = plimsollctl({u"journal"_s, package}).answers;
        QVERIFY2(packaged.contains("no longer takes over"), packaged.constData());
    }

    void anAnswerThatIsTakenBackIsSaidToBeInheritedAgain()
    {
        const Bank bank;
        QCOMPARE(bank.run({u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, u"Bank cloud"_s}).code, 0);
        QCOMPARE(bank.run({u"answer"_s, bank.folder(), u"Bank cloud"_s, u"5.2.1-1"_s, u"met"_s}).code, 0);
        QCOMPARE(bank.run({u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, u"Bank cloud"_s}).code, 0);
        QCOMPARE(bank.answer({u"5.2.1-1"_s, u"not-met"_s, u"--override-reason"_s, u"Not so here."_s}).code,
                 0);

        const auto takenBack = bank.answer({u"5.2.1-1"_s, u"not-answered"_s});
        const auto again = bank.answer({u"5.2.1-1"_s, u"not-answered"_s});

        QVERIFY2(takenBack.answers.contains("has no answer of its own any more: it inherits “Met” from "
                                            "Bank cloud."),
                 takenBack.answers.constData());
        QVERIFY2(!takenBack.answers.contains("is answered"), takenBack.answers.constData());
        QVERIFY2(again.answers.contains("it inherits “Met” from Bank cloud. Nothing was changed."),
                 again.answers.constData());
        QCOMPARE(met(bank), 1);
    }

    void programsAreToldWhatCountsAndWhoseItIs()
    {
        const Bank bank;
        takeOver(bank);
        const auto own = bank.answer({u"5.2.1-1"_s, u"not-met"_s, u"--rationale"_s, u"So."_s,
                                      u"--override-reason"_s, u"Not so here."_s, u"--json"_s});

        const auto takenBack = bank.answer({u"5.2.1-1"_s, u"not-answered"_s, u"--json"_s}).json();

        QCOMPARE(own.json()["counts_as"_L1], QJsonValue(u"not-met"_s));
        QVERIFY(own.json()["inherited_from"_L1].isNull());
        QCOMPARE(takenBack["answer"_L1], QJsonValue(u"not-answered"_s));
        QCOMPARE(takenBack["counts_as"_L1], QJsonValue(u"met"_s));
        QCOMPARE(takenBack["inherited_from"_L1], QJsonValue(u"Bank cloud"_s));
    }

    void anEndThatMakesAClosedAssessmentOutdatedSaysSoWithTheNumberOfItems()
    {
        const Bank bank;
        takeOver(bank);
        QCOMPARE(bank.run({u"answer"_s, bank.folder(), u"Bank cloud"_s, u"5.2.2-1"_s, u"met"_s}).code, 0);
        const QStringList words{u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, u"Bank cloud"_s};
        const QStringList ends = words + QStringList{u"--end"_s};
        const auto whileOpen = bank.run(ends + QStringList{u"--json"_s});
        QCOMPARE(bank.run(words).code, 0);
        const auto closed = bank.run({u"assessment"_s, u"close"_s, bank.folder(), u"AI-001"_s});
        QVERIFY2(closed.code == 0, closed.remarks.constData());

        const auto ended = bank.run(ends);
        const auto again = bank.run(ends);
        const auto begun = bank.run(words + QStringList{u"--json"_s});
        const auto endedForPrograms = bank.run(ends + QStringList{u"--json"_s});

        QVERIFY2(ended.answers.contains("makes the closed assessment outdated") &&
                     ended.answers.contains("counts otherwise now: 2."),
                 ended.answers.constData());
        QVERIFY2(!again.answers.contains("outdated"), again.answers.constData());
        QCOMPARE(whileOpen.json()["outdated_items"_L1], QJsonValue(0));
        QCOMPARE(begun.json()["outdated_items"_L1], QJsonValue(0));
        QCOMPARE(endedForPrograms.json()["outdated_items"_L1], QJsonValue(2));
    }

    void twoPlatformsThatAnswerNotAlikeAreOrderedByNameAndNamed()
    {
        for (const bool isTurned : {false, true}) {
            const Bank bank;
            const QStringList names = isTurned ? QStringList{u"B second"_s, u"A first"_s}
                                               : QStringList{u"A first"_s, u"B second"_s};
            for (const QString &name : names) {
                QCOMPARE(bank.run({u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, name}).code, 0);
                QCOMPARE(bank.run({u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, name}).code, 0);
                QCOMPARE(
                    bank.run({u"answer"_s, bank.folder(), name, u"5.2.1-1"_s,
                              name == u"A first"_s ? u"met"_s : u"not-met"_s, u"--rationale"_s, u"So."_s})
                        .code,
                    0);
            }
            QCOMPARE(met(bank), 1);
            const auto status = bank.run({u"status"_s, bank.folder(), u"AI-001"_s});
            QVERIFY(status.answers.contains("inherited from A first, the first by name"));
            QVERIFY(status.answers.contains("Inherited answers: 1 from A first."));
        }
    }

    void onlyAnswersThatCountAreCountedAsInherited()
    {
        const Bank bank;
        QCOMPARE(bank.run({u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, u"Bank cloud"_s}).code, 0);
        QCOMPARE(bank.run({u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, u"Bank cloud"_s}).code, 0);
        for (const QString &item : {u"5.2.1-1"_s, u"5.5.1-1"_s}) // the second waits for the decommission
            QCOMPARE(bank.run({u"answer"_s, bank.folder(), u"Bank cloud"_s, item, u"met"_s}).code, 0);

        const auto status = bank.run({u"status"_s, bank.folder(), u"AI-001"_s});

        QVERIFY2(status.answers.contains("Inherited answers: 1 from Bank cloud."),
                 status.answers.constData());
    }

    void aPlatformIsNotCalledLikeASystem_data()
    {
        QTest::addColumn<QString>("name");

        QTest::newRow("its name") << u"Fraud scoring"_s;
        QTest::newRow("its name as it is heard") << u"FRAUD  sco\u200bring"_s;
        QTest::newRow("its own id") << u"ai-001"_s;
    }

    void aPlatformIsNotCalledLikeASystem()
    {
        QFETCH(const QString, name);
        const Bank bank;

        const auto refused = bank.run({u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, name});

        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.remarks.contains("There is a system called Fraud scoring: AI-001."),
                 refused.remarks.constData());
        const auto answered =
            bank.run({u"answer"_s, bank.folder(), u"Fraud scoring"_s, u"5.2.1-1"_s, u"met"_s});
        QVERIFY2(answered.code == 0, answered.remarks.constData());
    }

    void theGateSaysNoForAVersionNobodyAssessed()
    {
        const Bank bank;
        const auto register1 = bank.file(u"r1.csv"_s, "ID,Name,Version\nAI-001,Fraud scoring,1.0\n");
        const auto register2 = bank.file(u"r2.csv"_s, "ID,Name,Version\nAI-001,Fraud scoring,2.0\n");
        QCOMPARE(bank.run({u"system"_s, u"import"_s, bank.folder(), register1}).code, 0);
        QCOMPARE(bank.run({u"assessment"_s, u"close"_s, bank.folder(), u"AI-001"_s}).code, 0);
        QCOMPARE(bank.run({u"assessment"_s, u"start"_s, bank.folder(), u"AI-001"_s}).code, 0);
        QVERIFY(!outdated(bank).contains(u"version"_s));
        QCOMPARE(bank.run({u"system"_s, u"import"_s, bank.folder(), register2}).code, 0);
        QVERIFY(outdated(bank).contains(u"is of version 1.0"_s));
        const auto asked = bank.run({u"status"_s, bank.folder(), u"AI-001"_s, u"--require"_s, u"shall"_s});
        QCOMPARE(asked.code, 1);
        QVERIFY(asked.answers.contains("is of version 1.0"));
    }

    void theGateSaysNoWhenACommonAnswerWasChangedAfterTheClosing()
    {
        const Bank bank;
        QCOMPARE(bank.run({u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, u"Bank cloud"_s}).code, 0);
        const auto say = [&bank](const QString &answer) {
            return bank.run({u"answer"_s, bank.folder(), u"Bank cloud"_s, u"5.2.1-1"_s, answer,
                             u"--rationale"_s, u"So."_s});
        };
        QCOMPARE(say(u"met"_s).code, 0);
        QCOMPARE(bank.run({u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, u"Bank cloud"_s}).code, 0);
        QCOMPARE(bank.run({u"assessment"_s, u"close"_s, bank.folder(), u"AI-001"_s}).code, 0);
        QCOMPARE(outdated(bank), QString());

        QCOMPARE(say(u"not-met"_s).code, 0);

        QVERIFY2(outdated(bank).contains(u"common answer of Bank cloud counts as “Not met” now"_s),
                 qPrintable(outdated(bank)));
        const auto asked = bank.run({u"status"_s, bank.folder(), u"AI-001"_s, u"--require"_s, u"shall"_s});
        QCOMPARE(asked.code, 1);
        QVERIFY(asked.answers.contains("common answer of Bank cloud"));
    }

    void theGateSaysNoWhenWhatWasTakenOverIsNoLonger()
    {
        const Bank bank;
        takeOver(bank);
        QCOMPARE(bank.run({u"assessment"_s, u"close"_s, bank.folder(), u"AI-001"_s}).code, 0);
        QCOMPARE(outdated(bank), QString());

        QCOMPARE(
            bank.run({u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, u"Bank cloud"_s, u"--end"_s})
                .code,
            0);

        const auto asked = bank.run({u"status"_s, bank.folder(), u"AI-001"_s, u"--require"_s, u"shall"_s});
        QCOMPARE(asked.code, 1);
        QVERIFY2(asked.answers.contains("takes over no answer to it now"), asked.answers.constData());
    }

    void whatIsInheritedIsNotSaidToBeAnsweredHere()
    {
        const Bank bank;
        takeOver(bank);

        const auto beside = bank.answer({u"5.2.1-1"_s, u"not-answered"_s, u"--due"_s, u"2025-01-01"_s});
        const auto plain = bank.answer({u"5.2.1-1"_s, u"not-answered"_s});

        QCOMPARE(beside.code, 3);
        QVERIFY2(beside.remarks.contains("5.2.1-1 inherits “Met” from Bank cloud"),
                 beside.remarks.constData());
        QCOMPARE(plain.code, 0);
        QVERIFY2(plain.answers.contains("5.2.1-1 takes over what Bank cloud answers: Met."),
                 plain.answers.constData());
    }

private:
    static void takeOver(const Bank &bank)
    {
        QCOMPARE(bank.run({u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, u"Bank cloud"_s}).code, 0);
        QCOMPARE(bank.run({u"answer"_s, bank.folder(), u"Bank cloud"_s, u"5.2.1-1"_s, u"met"_s}).code, 0);
        QCOMPARE(bank.run({u"system"_s, u"inherit"_s, bank.folder(), u"AI-001"_s, u"Bank cloud"_s}).code, 0);
    }
    static QString outdated(const Bank &bank)
    {
        return bank.run({u"status"_s, bank.folder(), u"AI-001"_s, u"--json"_s})
            .json()["systems"_L1][0]["outdated"_L1]
            .toString();
    }
    static int met(const Bank &bank)
    {
        return bank.run({u"status"_s, bank.folder(), u"AI-001"_s, u"--json"_s})
            .json()["systems"_L1][0]["whole"_L1]["shall"_L1]["met"_L1]
            .toInt(-1);
    }
};

QTEST_GUILESS_MAIN(InheritingTest)
#include "tst_inheriting.moc"
