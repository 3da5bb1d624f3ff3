#include "core/workspace/deciding.h"
#include "tests/support/twosystems.h"

#include <QtTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestDeciding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thatAnItemDoesNotApplyNeedsReasonApproverAndDayOfReview()
    {
        TwoSystems bank;
        const Checklist checklist = bank.checklist(bank.fraud);
        ApplicabilityDecision decision;
        decision.reason = u"Nothing is trained here."_s;
        QVERIFY(!planDecision(checklist, u"5.1.2-1"_s, decision, bank.occasion()));
        decision.approver = bank.fixture->actor();
        decision.reviewOn = QDate(2027, 3, 1);
        decision.reason = u" \u00a0"_s;
        QVERIFY(!planDecision(checklist, u"5.1.2-1"_s, decision, bank.occasion()));
        decision.reason = u" Nothing is trained here. "_s;

        const auto planned = planDecision(checklist, u"5.1.2-1"_s, decision, bank.occasion());

        QVERIFY(planned);
        bank.fixture.commit(*planned);
        const auto kept = bank.checklist(bank.fraud).line(u"5.1.2-1"_s)->decision;
        QVERIFY(kept);
        QCOMPARE(kept->reason, u"Nothing is trained here."_s);
        QCOMPARE(kept->decidedBy, bank.occasion().actor);
        QCOMPARE(kept->decidedOn, TwoSystems::today);
    }

    void takingBackWhatIsNotThereChangesNothing()
    {
        TwoSystems bank;
        const Checklist checklist = bank.checklist(bank.fraud);

        QVERIFY(planDecisionTakenBack(checklist, u"5.1.2-1"_s).isEmpty());
        QVERIFY(planFactAnswer(checklist, u"no-such-fact"_s, std::nullopt, bank.occasion()).isEmpty());
    }

    void anAnsweredFactIsTakenBackAsItWas()
    {
        TwoSystems bank;
        const QString fact = bank.catalogue->facts().back().id;
        const auto before = bank.checklist(bank.fraud).factAnswers;
        bank.fixture.commit(planFactAnswer(bank.checklist(bank.fraud), fact, true, bank.occasion()));
        QVERIFY(bank.checklist(bank.fraud).factAnswers != before);

        bank.fixture.commit(planFactAnswer(bank.checklist(bank.fraud), fact, std::nullopt, bank.occasion()));

        for (const FactAnswer &answer : bank.checklist(bank.fraud).factAnswers)
            QVERIFY(answer.fact != fact);
    }

    void nobodyIsReliedUponWithoutAName()
    {
        TwoSystems bank;
        Reliance reliance;
        reliance.item = u"5.1.2-1"_s;

        QVERIFY(!planReliance(bank.checklist(bank.fraud), reliance));
    }
};

QTEST_GUILESS_MAIN(TestDeciding)
#include "tst_deciding.moc"
