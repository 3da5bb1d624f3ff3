#include "core/workspace/commonanswers.h"

#include "core/storage/repository.h"
#include "core/workspace/platforms.h"
#include "core/workspace/standings.h"
#include "tests/support/twosystems.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

/// A closed assessment and the common answers it rests on, which go on changing.
class InheritedAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommonAnswerChangedAfterTheClosingMakesTheAssessmentOutdatedWhereverItIsRead()
    {
        TwoSystems bank;
        close(bank);
        QVERIFY(!outdatedAsRead(bank));

        answerInCommon(bank, Answer::NotMet);

        const auto read = outdatedAsRead(bank);
        QVERIFY(read);
        QCOMPARE(
            read->inWords(),
            u"The assessment was closed on 2026-11-21 with a common answer to 5.2.2-1 that counted as “Met”, "
            "and the common answer of Bank cloud counts as “Not met” now. It was changed on %1. "
            "Start the next."_s.arg(bank.fixture->today().toString(Qt::ISODate)));
        QCOMPARE(read, outdatedAmongAll(bank));
    }

    void anAnswerTakenAwayIsAChangedOneAndAnotherWordingIsNot()
    {
        TwoSystems bank;
        close(bank);

        bank.answer(commonOf(bank), u"5.2.2-1"_s, {.rationale = u"Said in other words."_s});

        QVERIFY(!outdatedAsRead(bank));
        QVERIFY(!outdatedAmongAll(bank));

        answerInCommon(bank, Answer::NotAnswered);

        const auto read = outdatedAsRead(bank);
        QVERIFY(read);
        QVERIFY2(read->why.contains(u"counts as “Not answered” now"_s), qPrintable(read->why));
        QCOMPARE(read, outdatedAmongAll(bank));
    }

    void whatTheSystemAnswersForItselfIsNoReason()
    {
        TwoSystems bank;
        bank.answer(bank.assessmentOf(bank.fraud), u"5.2.2-1"_s,
                    {.answer = Answer::Met, .overrideReason = u"We do this ourselves."_s});
        close(bank);
        answerInCommon(bank, Answer::NotMet);
        QVERIFY(!outdatedAsRead(bank));
        QVERIFY(!outdatedAmongAll(bank));

        endTakingOver(bank);

        QVERIFY(!outdatedAsRead(bank));
        QVERIFY(!outdatedAmongAll(bank));
    }

    void whatTheSystemTakesOverNoLongerMakesTheAssessmentOutdatedUntilItIsTakenOverAgain()
    {
        TwoSystems bank;
        close(bank);

        endTakingOver(bank);

        const auto read = outdatedAsRead(bank);
        QVERIFY(read);
        QCOMPARE(read->inWords(),
                 u"The assessment was closed on 2026-11-21 with a common answer to 5.2.2-1 that counted as "
                 "“Met”, and the system takes over no answer to it now. Start the next."_s);
        QCOMPARE(read, outdatedAmongAll(bank));

        bank.fixture.commit(*planTakingOver(*bank.reader(), bank.fraud, bank.cloud, TakingOver::Begins));

        QVERIFY(!outdatedAsRead(bank));
        QVERIFY(!outdatedAmongAll(bank));
    }

    void anotherPlatformThatAnswersTheSameTakesThePlaceOfTheOneBefore()
    {
        TwoSystems bank;
        close(bank);
        Platform other;
        other.id = Id<Platform>::generate(bank.fixture.clock());
        other.name = u"Another cloud"_s;
        bank.fixture.commit(*planPlatform(*bank.reader(), *bank.catalogue, other, bank.occasion()));
        bank.fixture.commit(*planTakingOver(*bank.reader(), bank.fraud, other, TakingOver::Begins));
        endTakingOver(bank);
        QVERIFY(outdatedAsRead(bank));
        QCOMPARE(outdatedAsRead(bank), outdatedAmongAll(bank));

        bank.answer((*currentAssessment(*bank.reader(), other.id))->id, u"5.2.2-1"_s,
                    {.answer = Answer::Met});

        QVERIFY(!outdatedAsRead(bank));
        QVERIFY(!outdatedAmongAll(bank));
    }

    void anOpenAssessmentMovesWithTheCommonAnswer()
    {
        TwoSystems bank;

        answerInCommon(bank, Answer::NotMet);

        QVERIFY(!outdatedAsRead(bank));
        QVERIFY(!outdatedAmongAll(bank));
    }

private:
    static void close(TwoSystems &bank)
    {
        const auto planned = planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion());
        QVERIFY(planned);
        bank.fixture.commit(*planned);
    }

    static void endTakingOver(TwoSystems &bank)
    {
        bank.fixture.commit(*planTakingOver(*bank.reader(), bank.fraud, bank.cloud, TakingOver::Ends));
    }

    static Id<Assessment> commonOf(TwoSystems &bank)
    {
        return (*currentAssessment(*bank.reader(), bank.cloud.id))->id;
    }

    static void answerInCommon(TwoSystems &bank, Answer answer)
    {
        bank.answer(commonOf(bank), u"5.2.2-1"_s, {.answer = answer, .rationale = u"It was found so."_s});
    }

    /// As status, checklist, report and list of one system say it.
    static std::optional<Outdated> outdatedAsRead(TwoSystems &bank)
    {
        const auto why = whyOutdated(*bank.reader(), bank.checklist(bank.fraud), TwoSystems::today);
        return why ? *why : Outdated{why.error().message, {}};
    }

    /// As the overview and the register say it.
    static std::optional<Outdated> outdatedAmongAll(TwoSystems &bank)
    {
        const auto all = readStandings(bank.fixture.workspace(), *bank.catalogue);
        return all ? std::ranges::find(*all, bank.fraud.id, &SystemStanding::id)->outdated
                   : Outdated{all.error().message, {}};
    }
};

QTEST_GUILESS_MAIN(InheritedAnswersTest)
#include "tst_commonanswers.moc"
