#include "core/assessment/applicabilitystatement.h"

#include <rapidcheck.h>

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

/// A text, and whether it says anything.
using Said = std::pair<QString, bool>;

Said randomlySaid()
{
    return *rc::gen::element(Said{{}, false}, Said{u" \u00a0\n"_s, false}, Said{u"."_s, false},
                             Said{u"\u200b"_s, false}, Said{u"Nobody needs it."_s, true}, Said{u"7"_s, true});
}

std::optional<Id<Person>> randomlyApproved()
{
    static const SystemClock clock;
    return *rc::gen::arbitrary<bool>() ? std::optional(Id<Person>::generate(clock)) : std::nullopt;
}

}

class ApplicabilityStatementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDecisionThatAnItemDoesNotApplyCountsWithAReasonAndAnApproverOnly()
    {
        QVERIFY(rc::check([] {
            const auto [reason, isReason] = randomlySaid();
            ApplicabilityDecision decision;
            decision.applies = *rc::gen::arbitrary<bool>();
            decision.reason = reason;
            decision.approver = randomlyApproved();

            RC_ASSERT(counts(decision) == (decision.applies || (isReason && decision.approver)));
        }));
    }

    void anAnswerThatIsNotApplicableCountsWithAReasonAndAnApproverOnly()
    {
        QVERIFY(rc::check([] {
            const auto [rationale, isReason] = randomlySaid();
            Response response;
            response.answer = *rc::gen::element(Answer::NotAnswered, Answer::Met, Answer::PartlyMet,
                                                Answer::NotMet, Answer::NotApplicable);
            response.rationale = rationale;
            response.approver = randomlyApproved();

            const bool isAsGiven =
                response.answer != Answer::NotApplicable || (isReason && response.approver);
            RC_ASSERT(countedAnswer(response) == (isAsGiven ? response.answer : Answer::NotAnswered));
        }));
    }
};

QTEST_GUILESS_MAIN(ApplicabilityStatementTest)
#include "tst_applicabilitystatement.moc"
