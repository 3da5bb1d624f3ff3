// What may be said of items whose answer a platform gives.
#include "core/workspace/answering.h"
#include "core/workspace/problems.h"
#include "tests/support/twosystems.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class InheritedItemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bank = std::make_unique<TwoSystems>(); }
    void cleanup() { m_bank.reset(); }

    void whatIsSetBesideAnInheritedAnswerIsRefusedWithItsSourceAndTheWayOut_data()
    {
        QTest::addColumn<QString>("set");
        for (const char *set : {"owner", "due", "review", "approver", "rationale", "reason"})
            QTest::newRow(set) << QString::fromLatin1(set);
    }
    void whatIsSetBesideAnInheritedAnswerIsRefusedWithItsSourceAndTheWayOut()
    {
        QFETCH(const QString, set);

        for (const std::optional<Answer> answer : {std::optional<Answer>(), {Answer::NotAnswered}}) {
            AnswerChange change = setting(set);
            change.answer = answer;
            const auto planned = plan({inherited()}, change);

            QVERIFY(!planned);
            QCOMPARE(planned.error().message,
                     u"5.2.2-1 inherits “Met” from Bank cloud, and with the answer its rationale, owner and "
                     "days. Answer it here to say otherwise, or change that at Bank cloud."_s);
        }
    }

    void ofSeveralItemsThoseThatInheritAreLeftOut()
    {
        const auto planned = plan({inherited(), answeredHere()}, setting(u"owner"_s));

        QVERIFY(planned);
        QCOMPARE(planned->leftOut.size(), 1);
        QCOMPARE(planned->leftOut.first().item, inherited().item);
        QVERIFY(leftOutInWords(planned->leftOut).contains(u"from Bank cloud"_s));
        QCOMPARE(planned->changeSet.edits.size(), 1);
        m_bank->fixture.commit(planned->changeSet);
        QVERIFY(!line(inherited()).own);
        QVERIFY(line(answeredHere()).own->owner);
    }

    void whatWasSetBeforeAPlatformAnsweredMayBeTakenAway()
    {
        const ItemOfAssessment item{inherited().assessment, u"5.2.3-1"_s};
        m_bank->answer(item.assessment, item.item, setting(u"owner"_s));
        const auto common = (*currentAssessment(*m_bank->reader(), m_bank->cloud.id))->id;
        m_bank->answer(common, item.item, {.answer = Answer::Met});
        AnswerChange without;
        without.owner.emplace();

        const auto planned = plan({item}, without);

        QVERIFY(planned);
        QCOMPARE(planned->changeSet.edits.size(), 1);
    }

    void anAnswerHereTakesWithItWhatIsSaidBeside()
    {
        AnswerChange change = setting(u"owner"_s);
        change.answer = Answer::Met;

        const auto planned = plan({inherited()}, change);

        QVERIFY(planned);
        QVERIFY(planned->leftOut.isEmpty());
    }

    void theReasonForOneAnswerIsNoneForAnother()
    {
        say({.answer = Answer::PartlyMet, .overrideReason = u"Only half here."_s});

        const auto planned = plan({inherited()}, {.answer = Answer::NotMet, .rationale = u"None."_s});

        QVERIFY(!planned);
        QCOMPARE(planned.error().message,
                 u"5.2.2-1 inherits “Met” from Bank cloud. The reason on record was given for “Partly met”: "
                 "say why it is answered “Not met” here."_s);
        QVERIFY(plan({inherited()}, {.answer = Answer::NotMet, .overrideReason = u"Not here."_s}));
    }

    void whoSaysTheSameAnswerAgainNeedNoOtherReason()
    {
        say({.answer = Answer::PartlyMet, .overrideReason = u"Only half here."_s});

        say({.answer = Answer::PartlyMet, .rationale = u"Two of four."_s});

        QCOMPARE(line(inherited()).own->overrideReason, u"Only half here."_s);
    }

    void anAnswerLikeTheCommonOneLeavesNoReasonOfAnotherBehind_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::newRow("the same") << Answer::Met;
        QTest::newRow("none") << Answer::NotAnswered;
    }
    void anAnswerLikeTheCommonOneLeavesNoReasonOfAnotherBehind()
    {
        QFETCH(const Answer, answer);
        say({.answer = Answer::PartlyMet, .overrideReason = u"Only half here."_s});

        say({.answer = answer});

        QCOMPARE(line(inherited()).own->overrideReason, QString());
        QVERIFY(!plan({inherited()}, {.answer = Answer::NotMet, .rationale = u"None."_s}));
    }

private:
    [[nodiscard]] ItemOfAssessment inherited() const
    {
        return {m_bank->assessmentOf(m_bank->fraud), u"5.2.2-1"_s};
    }
    [[nodiscard]] ItemOfAssessment answeredHere() const { return {inherited().assessment, u"5.1.1-1"_s}; }
    [[nodiscard]] ChecklistLine line(const ItemOfAssessment &item) const
    {
        return *m_bank->checklist(m_bank->fraud).line(item.item);
    }
    [[nodiscard]] AnswerChange setting(const QString &what) const
    {
        AnswerChange change;
        if (what == u"owner"_s)
            change.owner.emplace(m_bank->fixture->actor());
        else if (what == u"due"_s)
            change.due.emplace(TwoSystems::today);
        else if (what == u"review"_s)
            change.reviewOn.emplace(TwoSystems::today);
        else if (what == u"approver"_s)
            change.approver.emplace(m_bank->fixture->actor());
        else if (what == u"rationale"_s)
            change.rationale = u"Our own words."_s;
        else
            change.overrideReason = u"Our own words."_s;
        return change;
    }
    [[nodiscard]] Result<PlannedAnswers> plan(const QList<ItemOfAssessment> &items,
                                              const AnswerChange &change) const
    {
        return planAnswers(*m_bank->reader(), items, change);
    }
    void say(const AnswerChange &change) { m_bank->answer(inherited().assessment, inherited().item, change); }

    std::unique_ptr<TwoSystems> m_bank;
};

QTEST_GUILESS_MAIN(InheritedItemsTest)
#include "tst_inheriteditems.moc"
