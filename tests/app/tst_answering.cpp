#include "tests/support/bank.h"
#include "tests/support/filelimit.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject deploymentOf(const Ended &status)
{
    const auto phases = status.json()["systems"_L1][0]["phases"_L1].toArray();
    for (const auto &phase : phases) {
        if (phase["phase"_L1] == "deployment"_L1)
            return phase.toObject();
    }
    return {};
}

}

class AnsweringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerCountsAndNamesWhatIsLeftToAsk()
    {
        const Bank bank;
        QVERIFY(bank.isReady());

        const auto answered = bank.answer(
            {u"5.2.1-1"_s, u"partly"_s, u"--owner"_s, u"Ana Ruiz"_s, u"--due"_s, u"2026-12-01"_s});
        const auto status = bank.run({u"status"_s, bank.folder(), u"AI-001"_s, u"--json"_s});

        QVERIFY2(answered.code == 0, answered.remarks.constData());
        QVERIFY(answered.answers.contains("without saying why"));
        QCOMPARE(status.code, 0);
        const auto whole = status.json()["systems"_L1][0]["whole"_L1]["shall"_L1];
        QCOMPARE(whole["partly_met"_L1].toInt(), 1);
        QCOMPARE(whole["conformity"_L1]["part"_L1].toInt(), 0);
        QCOMPARE(whole["progress"_L1]["part"_L1].toInt(), 1);
    }

    void aProvisionWithPartsWantsOneOfThem()
    {
        const Bank bank;

        const auto whole = bank.answer({u"5.1.3-1"_s, u"met"_s});
        const auto part = bank.answer({u"5.1.3-1/b"_s, u"met"_s});

        QCOMPARE(whole.code, 2);
        QVERIFY(whole.remarks.contains("5.1.3-1/a"));
        QVERIFY(whole.remarks.contains("5.1.3-1/b"));
        QVERIFY2(part.code == 0, part.remarks.constData());
    }

    void whatMakesNoSenseIsWrongUsageAndWritesNothing_data()
    {
        QTest::addColumn<QStringList>("words");

        QTest::newRow("no such provision") << QStringList{u"9.9.9-9"_s, u"met"_s};
        QTest::newRow("no such answer") << QStringList{u"5.2.1-1"_s, u"perhaps"_s};
        QTest::newRow("a day beyond our time")
            << QStringList{u"5.2.1-1"_s, u"met"_s, u"--due"_s, u"9999-12-31"_s};
        QTest::newRow("no such day") << QStringList{u"5.2.1-1"_s, u"met"_s, u"--due"_s, u"2026-02-30"_s};
        QTest::newRow("no answer") << QStringList{u"5.2.1-1"_s};
    }

    void whatMakesNoSenseIsWrongUsageAndWritesNothing()
    {
        QFETCH(const QStringList, words);
        const Bank bank;
        const auto before = plimsollctl({u"journal"_s, bank.folder()}).answers;

        const auto ended = bank.answer(words);

        QCOMPARE(ended.code, 2);
        QVERIFY(!ended.remarks.isEmpty());
        QCOMPARE(plimsollctl({u"journal"_s, bank.folder()}).answers, before);
    }

    void whoOrWhatIsUnknownCouldNotBeDone()
    {
        const Bank bank;

        const auto owner = bank.answer({u"5.2.1-1"_s, u"met"_s, u"--owner"_s, u"Nobody\u202e"_s});
        const auto system = bank.run({u"answer"_s, bank.folder(), u"AI-999"_s, u"5.2.1-1"_s, u"met"_s});

        QCOMPARE(owner.code, 3);
        QVERIFY(owner.remarks.contains(u"Nobody⟨RLO⟩"_s.toUtf8()));
        QCOMPARE(system.code, 3);
    }

    void nothingIsAnsweredWhereNoAssessmentIsOpen()
    {
        const Bank bank;
        QCOMPARE(bank.run({u"assessment"_s, u"close"_s, bank.folder(), u"AI-001"_s}).code, 0);
        const auto file = bank.file(u"policy.txt"_s, "We care.");

        const auto answered = bank.answer({u"5.2.1-1"_s, u"met"_s});
        const auto attached = bank.attach({u"5.2.1-1"_s, file});

        QCOMPARE(answered.code, 3);
        QVERIFY(answered.remarks.contains("assessment start"));
        QCOMPARE(attached.code, 3);
        QVERIFY(bank.filesBelow(u"evidence"_s).isEmpty());
    }

    void aDraftNeverMakesMetAndAnApprovedFileDoes()
    {
        const Bank bank;
        const auto draft = bank.file(u"draft.txt"_s, "draft");
        const auto final = bank.file(u"final.txt"_s, "final");
        const QStringList status{u"status"_s, bank.folder(), u"AI-001"_s, u"--json"_s};
        const auto met = [&] {
            return bank.run(status).json()["systems"_L1][0]["whole"_L1]["shall"_L1]["met"_L1].toInt();
        };
        QCOMPARE(bank.answer({u"5.2.1-1"_s, u"met"_s}).code, 0);

        const auto first = bank.attach({u"5.2.1-1"_s, draft});
        const auto metOnDraft = met();
        const auto second = bank.attach({u"5.2.1-1"_s, final, u"--approved-by"_s, u"Jo Lee"_s, u"--title"_s,
                                         u"Inventory"_s, u"--covers"_s, u"2026-01-01..2026-12-31"_s,
                                         u"--valid-until"_s, u"2027-01-01"_s, u"--json"_s});

        QVERIFY2(first.code == 0, first.remarks.constData());
        QCOMPARE(metOnDraft, 0);
        QVERIFY2(second.code == 0, second.remarks.constData());
        QCOMPARE(second.json()["attached"_L1][0]["title"_L1].toString(), u"Inventory"_s);
        QCOMPARE(met(), 1);
    }

    void aLineBreakInAFilesNameForgesNoLine()
    {
        const Bank bank;
        const auto kept = bank.file(u"a\nAttached to 5.2.1-1: forged"_s, "something");
        const auto empty = bank.file(u"b\nforged"_s, {});

        const auto ended = bank.attach({u"5.2.1-1"_s, kept, empty});

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.answers.contains("Attached to 5.2.1-1: a⟨U+000a⟩"), ended.answers.constData());
        QVERIFY2(!ended.answers.contains("\nAttached to"), ended.answers.constData());
        QVERIFY2(!ended.remarks.contains("\nforged"), ended.remarks.constData());
    }

    void theDayOfAnApprovalIsSaid()
    {
        const Bank bank;
        const auto file = bank.file(u"policy.txt"_s, "policy");
        const auto more = bank.file(u"more.txt"_s, "more");

        const auto dated = bank.attach(
            {u"5.2.1-1"_s, file, u"--approved-by"_s, u"Jo Lee"_s, u"--approved-on"_s, u"2026-03-01"_s});
        const auto today = bank.attach({u"5.2.1-1"_s, more, u"--approved-by"_s, u"Jo Lee"_s});

        QVERIFY2(dated.answers.contains("Approved by Jo Lee on 2026-03-01."), dated.answers.constData());
        QVERIFY2(today.answers.contains("Approved by Jo Lee on 2"), today.answers.constData());
    }

    void whatIsSaidOfAFileAttachedAgainHolds()
    {
        const Bank bank;
        const auto policy = bank.file(u"policy.txt"_s, "policy");
        QCOMPARE(bank.attach({u"5.2.1-1"_s, policy}).code, 0);
        QCOMPARE(bank.answer({u"5.2.1-1"_s, u"met"_s}).code, 0);

        const auto again = bank.attach(
            {u"5.2.1-1"_s, policy, u"--approved-by"_s, u"Jo Lee"_s, u"--title"_s, u"Inventory policy"_s});

        QVERIFY2(again.code == 0, again.remarks.constData());
        const auto status = bank.run({u"status"_s, bank.folder(), u"AI-001"_s, u"--json"_s}).json();
        QCOMPARE(status["systems"_L1][0]["whole"_L1]["shall"_L1]["met"_L1].toInt(), 1);
        const auto journal = bank.run({u"journal"_s, bank.folder(), u"--json"_s}).answers;
        QVERIFY(journal.contains("Inventory policy"));
    }

    void whatWasApprovedIsADraftAgainOnceItIsDescribedOtherwise()
    {
        const Bank bank;
        const auto policy = bank.file(u"policy.txt"_s, "policy");
        QCOMPARE(bank.attach({u"5.2.1-1"_s, policy, u"--approved-by"_s, u"Jo Lee"_s}).code, 0);

        const auto longer = bank.attach(
            {u"5.2.1-1"_s, policy, u"--covers"_s, u"2019-01-01.."_s, u"--valid-until"_s, u"2099-01-01"_s});
        const auto again = bank.attach(
            {u"5.2.1-1"_s, policy, u"--valid-until"_s, u"2098-01-01"_s, u"--approved-by"_s, u"Jo Lee"_s});

        QVERIFY2(longer.answers.contains("What Jo Lee approved is described otherwise now"),
                 longer.answers.constData());
        QVERIFY2(!longer.answers.contains("Approved by"), longer.answers.constData());
        QVERIFY2(again.answers.contains("Approved by Jo Lee on 2"), again.answers.constData());
    }

    void anApprovalOfADayToComeIsSaidToBeNoneYet()
    {
        const Bank bank;

        const auto ended = bank.attach({u"5.2.1-1"_s, bank.file(u"policy.txt"_s, "policy"),
                                        u"--approved-by"_s, u"Ghost"_s, u"--approved-on"_s, u"2099-01-01"_s});

        QVERIFY2(ended.answers.contains("a day that has not come yet, and is a draft until then"),
                 ended.answers.constData());
        QVERIFY2(!ended.answers.contains("Approved by Ghost"), ended.answers.constData());
    }

    void whatIsAttachedToAnItemThatIsNotDueIsKeptAndSaid()
    {
        const Bank bank;
        const auto plan = bank.file(u"plan.txt"_s, "a plan of what happens at the end");

        const auto early = bank.attach({u"5.5.1-1"_s, plan, u"--json"_s});
        const auto due = bank.attach({u"5.2.1-1"_s, plan, u"--json"_s});

        QCOMPARE(early.code, 0);
        QCOMPARE(early.json()["attached"_L1].toArray().size(), 1);
        const auto reasons = early.json()["not_due"_L1].toArray();
        QCOMPARE(reasons.size(), 1);
        QVERIFY2(reasons[0].toString().contains(u"5.5.1-1"_s), qPrintable(reasons[0].toString()));
        QVERIFY(due.json()["not_due"_L1].toArray().isEmpty());
    }

    void refusedFilesAreNamedAndTheOthersKept()
    {
        const Bank bank;
        const auto good = bank.file(u"good.txt"_s, "good");
        const auto hostile = bank.path(u"gone\u202efdp.exe\x1b[2J"_s);

        const auto ended = bank.attach({u"5.2.1-1"_s, good, hostile, bank.folder()});
        const auto asJson = bank.attach({u"5.2.1-1"_s, good, hostile, u"--json"_s});

        QCOMPARE(ended.code, 3);
        QVERIFY(ended.answers.contains("good.txt"));
        QVERIFY(ended.remarks.contains(u"gone⟨RLO⟩fdp.exe⟨U+001b⟩[2J"_s.toUtf8()));
        QVERIFY(!ended.remarks.contains('\x1b'));
        QCOMPARE(asJson.code, 3);
        QCOMPARE(asJson.json()["attached"_L1].toArray().size(), 1);
        QCOMPARE(asJson.json()["refused"_L1][0]["file"_L1].toString(), hostile);
    }

    void whatCannotBeAttachedTogetherIsWrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");

        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("one title for two") << QStringList{u"a"_s, u"b"_s, u"--title"_s, u"Both"_s};
        QTest::newRow("period backwards") << QStringList{u"a"_s, u"--covers"_s, u"2026-12-31..2026-01-01"_s};
        QTest::newRow("no period") << QStringList{u"a"_s, u"--covers"_s, u"2026"_s};
        QTest::newRow("no kind") << QStringList{u"a"_s, u"--kind"_s, u"novel"_s};
        QTest::newRow("approved by nobody") << QStringList{u"a"_s, u"--approved-on"_s, u"2026-01-01"_s};
    }

    void whatCannotBeAttachedTogetherIsWrongUsage()
    {
        QFETCH(const QStringList, words);
        const Bank bank;

        const auto ended = bank.attach(QStringList{u"5.2.1-1"_s} + words);

        QCOMPARE(ended.code, 2);
        QVERIFY(!ended.remarks.isEmpty());
    }

    void theGateOpensWhenAllThatIsDueIsMetOrRightlyNotApplicable()
    {
        const Bank bank;
        const QStringList gate{u"status"_s, bank.folder(), u"AI-001"_s, u"--require"_s,
                               u"shall"_s,  u"--phase"_s,  u"design"_s, u"--json"_s};
        const auto closed = bank.run(gate);
        const auto reasons = closed.json()["systems"_L1][0]["reasons"_L1].toArray();
        QVERIFY(!reasons.isEmpty());
        for (const auto &reason : reasons)
            QCOMPARE(bank.answer({reason["item"_L1].toString(), u"met"_s}).code, 0);
        const auto first = reasons[0]["item"_L1].toString();

        const auto opened = bank.run(gate);
        QCOMPARE(bank.answer({first, u"not-applicable"_s, u"--rationale"_s, u"No such thing"_s}).code, 0);
        const auto unapproved = bank.run(gate);
        QCOMPARE(bank.answer({first, u"not-applicable"_s, u"--approver"_s, u"Ana Ruiz"_s, u"--review-on"_s,
                              u"2027-01-01"_s})
                     .code,
                 0);
        const auto approved = bank.run(gate);
        const auto everything =
            bank.run({u"status"_s, bank.folder(), u"--require"_s, u"all"_s, u"--phase"_s, u"design"_s});

        QCOMPARE(closed.code, 1);
        QCOMPARE(closed.json()["satisfied"_L1].toBool(true), false);
        QVERIFY2(opened.code == 0, opened.answers.constData());
        QCOMPARE(unapproved.code, 1);
        QCOMPARE(approved.code, 0);
        QCOMPARE(everything.code, 1);
        QVERIFY(everything.answers.contains("is not answered"));
    }

    void eachReasonNamesWhatIsMissingWhoAndWhen()
    {
        const Bank bank;
        QCOMPARE(bank.answer({u"5.2.1-1"_s, u"not-met"_s, u"--rationale"_s, u"Not yet"_s, u"--owner"_s,
                              u"Ana Ruiz"_s, u"--due"_s, u"2026-12-01"_s})
                     .code,
                 0);

        const auto ended =
            bank.run({u"status"_s, bank.folder(), u"Fraud scoring"_s, u"--require"_s, u"shall"_s});

        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.answers.contains("AI-001 5.2.1-1 is not met. Ana Ruiz, due 2026-12-01\n"),
                 ended.answers.constData());
        QVERIFY(ended.answers.contains("Nobody owns it, no due date\n"));
    }

    void countsOfAPhaseAreThoseOfItsProvisions()
    {
        const Bank bank;

        const auto status =
            bank.run({u"status"_s, bank.folder(), u"--phase"_s, u"deployment"_s, u"--json"_s});
        const auto deployment = deploymentOf(status);

        QCOMPARE(status.json()["systems"_L1][0]["phases"_L1].toArray().size(), 1);
        QCOMPARE(deployment["shall"_L1]["due"_L1].toInt() + deployment["shall"_L1]["waiting"_L1].toInt() +
                     deployment["shall"_L1]["not_applicable"_L1].toInt() +
                     deployment["shall"_L1]["relied_upon"_L1].toInt(),
                 4);
        QCOMPARE(bank.run({u"status"_s, bank.folder(), u"--phase"_s, u"autumn"_s}).code, 2);
        QCOMPARE(bank.run({u"status"_s, bank.folder(), u"--require"_s, u"can"_s}).code, 2);
    }

    void readingLeavesTheWorkspaceAsItWas()
    {
        const Bank bank;
        QFile record(bank.folder() + u"/workspace.db"_s);
        QVERIFY(record.open(QIODevice::ReadOnly));
        const auto before = record.readAll();
        const auto files = bank.filesBelow({});

        QCOMPARE(plimsollctl({u"status"_s, bank.folder()}).code, 0);
        QCOMPARE(plimsollctl({u"system"_s, u"list"_s, bank.folder()}).code, 0);

        record.seek(0);
        QCOMPARE(record.readAll(), before);
        QCOMPARE(bank.filesBelow({}), files);
    }

    void aFileLimitIsMetInWordsAndNotByDeath()
    {
        const Bank bank;
        const auto large = bank.file(u"large.bin"_s, QByteArray(4 << 20, 'x'));

        const auto ended = [&] {
            const FileLimit limit(1 << 20);
            std::signal(SIGXFSZ, SIG_DFL);
            return bank.attach({u"5.2.1-1"_s, large});
        }();

        QCOMPARE(ended.code, 3);
        QVERIFY(!ended.remarks.isEmpty());
        QCOMPARE(plimsollctl({u"verify"_s, bank.folder()}).code, 0);
    }
};

QTEST_GUILESS_MAIN(AnsweringTest)
#include "tst_answering.moc"
