#include "core/assessment/rollup.h"
#include "core/catalogue/shippedcatalogue.h"

#include <rapidcheck.h>

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using State = Applicability::State;

/// One system as random answers and states, by ordinal.
struct RandomSystem
{
    std::vector<Applicability> states;
    std::vector<Answer> answers;
};

class RollUpTest : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Catalogue> m_catalogue;

    [[nodiscard]] RandomSystem randomSystem() const
    {
        const auto size = m_catalogue->items().size();
        const auto state =
            rc::gen::map(rc::gen::element(State::Applies, State::Applies, State::ConditionNotMet,
                                          State::WaitsForEvent, State::BorneByAnotherParty),
                         [](State each) {
                             Applicability applicability;
                             applicability.state = each;
                             return applicability;
                         });
        const auto answer = rc::gen::element(Answer::Met, Answer::PartlyMet, Answer::NotMet,
                                             Answer::NotApplicable, Answer::NotAnswered);
        return {*rc::gen::container<std::vector<Applicability>>(size, state),
                *rc::gen::container<std::vector<Answer>>(size, answer)};
    }
    [[nodiscard]] RollUp rolledUp(const RandomSystem &system) const
    {
        return rollUp(*m_catalogue, system.states, system.answers);
    }
    /// A system to which everything applies and in which everything is met, but for what is set after.
    [[nodiscard]] RandomSystem allMet() const
    {
        const auto size = m_catalogue->items().size();
        return {std::vector<Applicability>(size), std::vector<Answer>(size, Answer::Met)};
    }
    [[nodiscard]] size_t at(const char *item) const
    {
        return size_t(m_catalogue->item(QString::fromLatin1(item))->ordinal);
    }

    static AnswerCounts sum(const std::vector<Tally> &tallies, AnswerCounts Tally::*counts)
    {
        AnswerCounts sum;
        for (const Tally &tally : tallies)
            sum += tally.*counts;
        return sum;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto shipped = shippedCatalogue();
        QVERIFY(shipped);
        m_catalogue = *shipped;
    }

    void everyProvisionCountsOnce()
    {
        QVERIFY(rc::check([this] {
            const RollUp result = rolledUp(randomSystem());
            RC_ASSERT(result.whole.shall.total() == 49);
            RC_ASSERT(result.whole.should.total() == 23);
            RC_ASSERT(result.whole.shouldParts.total() == 4);
            RC_ASSERT(result.whole.minimum.total() == 21);
        }));
    }

    void groupsAddUpToTheWhole()
    {
        QVERIFY(rc::check([this] {
            const RollUp result = rolledUp(randomSystem());
            for (const auto counts : {&Tally::shall, &Tally::should, &Tally::shouldParts, &Tally::minimum}) {
                RC_ASSERT(sum(result.phases, counts) == result.whole.*counts);
                RC_ASSERT(sum(result.principles, counts) == result.whole.*counts);
            }
        }));
    }

    void whatIsNotDueIsInNoDenominator()
    {
        QVERIFY(rc::check([this] {
            RandomSystem system = randomSystem();
            for (Applicability &applicability : system.states) {
                if (applicability.state == State::Applies)
                    applicability.state = *rc::gen::element(State::WaitsForEvent, State::BorneByAnotherParty);
            }
            const RollUp result = rolledUp(system);
            RC_ASSERT(result.whole.shall.conformity().whole == 0);
            RC_ASSERT(result.whole.shall.progress().whole == 0);
        }));
    }

    void answersToWhatIsNotDueChangeNothing()
    {
        QVERIFY(rc::check([this] {
            RandomSystem system = randomSystem();
            const RollUp before = rolledUp(system);
            for (size_t i = 0; i < system.answers.size(); ++i) {
                if (system.states[i].state != State::Applies)
                    system.answers[i] = Answer::NotMet;
            }
            RC_ASSERT(rolledUp(system) == before);
        }));
    }

    void aBetterAnswerNeverLowersConformity()
    {
        QVERIFY(rc::check([this] {
            RandomSystem system = randomSystem();
            const RollUp before = rolledUp(system);
            const auto item = *rc::gen::inRange<size_t>(0, system.answers.size());
            RC_PRE(system.answers[item] != Answer::NotApplicable);
            system.answers[item] = Answer::Met;
            const RollUp after = rolledUp(system);
            RC_ASSERT(after.whole.shall.met >= before.whole.shall.met);
            RC_ASSERT(after.whole.should.met >= before.whole.should.met);
            RC_ASSERT(after.whole.shall.due() == before.whole.shall.due());
        }));
    }

    void theWorstDuePartDominates()
    {
        QVERIFY(rc::check([this] {
            RandomSystem system = allMet();
            const std::array parts{at("5.2.2-3/a"), at("5.2.2-3/b"), at("5.2.2-3/c")};
            const auto answers = *rc::gen::container<std::vector<Answer>>(
                parts.size(),
                rc::gen::element(Answer::Met, Answer::PartlyMet, Answer::NotMet, Answer::NotAnswered));
            for (size_t i = 0; i < parts.size(); ++i)
                system.answers[parts[i]] = answers[i];
            const auto given = [&answers](Answer answer) {
                return std::ranges::count(answers, answer) > 0;
            };

            const AnswerCounts shall = rolledUp(system).whole.shall;

            RC_ASSERT(shall.notMet == int(given(Answer::NotMet)));
            RC_ASSERT(shall.partlyMet == int(!given(Answer::NotMet) && given(Answer::PartlyMet)));
            RC_ASSERT(shall.notAnswered ==
                      int(!given(Answer::NotMet) && !given(Answer::PartlyMet) && given(Answer::NotAnswered)));
        }));
    }

    void aProvisionIsAnsweredOnlyWhenEveryDuePartIs()
    {
        QVERIFY(rc::check([this] {
            const RandomSystem system = randomSystem();
            const auto &items = m_catalogue->items();
            Fraction shall;
            for (size_t i = 0; i < items.size();) {
                bool isDue = false;
                bool isAnswered = true;
                const int provision = items[i].provision;
                const bool binds = m_catalogue->provisionOf(items[i]).verb == Verb::Shall;
                for (; i < items.size() && items[i].provision == provision; ++i) {
                    if (!binds || !items[i].carriesProvisionVerb ||
                        system.states[i].state != State::Applies ||
                        system.answers[i] == Answer::NotApplicable)
                        continue;
                    isDue = true;
                    isAnswered = isAnswered && system.answers[i] != Answer::NotAnswered;
                }
                shall.whole += int(isDue);
                shall.part += int(isDue && isAnswered);
            }
            const AnswerCounts counted = rolledUp(system).whole.shall;
            RC_ASSERT(counted.progress() == shall);
            RC_ASSERT(counted.met + counted.partlyMetInFull() + counted.notMetInFull() + counted.open() ==
                      counted.due());
        }));
    }

    void aFailureInOnePartLeavesTheProvisionOpenAndNotMet()
    {
        RandomSystem system = allMet();
        system.answers[at("5.1.3-2/a")] = Answer::NotMet;
        system.answers[at("5.1.3-2/b")] = Answer::NotAnswered;

        const AnswerCounts shall = rolledUp(system).whole.shall;

        QCOMPARE(shall.notMet, 1);
        QCOMPARE(shall.open(), 1);
        QCOMPARE(shall.progress(), (Fraction{48, 49}));
        QCOMPARE(shall.conformity(), (Fraction{48, 49}));
    }

    void aShouldPartOfAShallProvisionNeverFailsIt()
    {
        RandomSystem system = allMet();
        system.answers[at("5.1.3-1/b")] = Answer::NotMet;

        const RollUp result = rolledUp(system);

        QCOMPARE(result.whole.shall.met, 49);
        QCOMPARE(result.whole.shouldParts.notMet, 1);
        QCOMPARE(result.whole.should.met, 23);
    }

    void aProvisionIsNotApplicableOnlyWhenAllItsPartsAre()
    {
        RandomSystem system = allMet();
        system.states[at("5.3.1-1/b")].state = State::ConditionNotMet;
        QCOMPARE(rolledUp(system).whole.shall.met, 49);

        system.answers[at("5.3.1-1/a")] = Answer::NotApplicable;
        QCOMPARE(rolledUp(system).whole.shall.met, 48);
        QCOMPARE(rolledUp(system).whole.shall.notApplicable, 1);
    }

    void fractionsSayWhatTheyArePartOf()
    {
        RandomSystem system = allMet();
        system.answers[at("5.1.1-1")] = Answer::PartlyMet;
        system.answers[at("5.1.1-2")] = Answer::NotAnswered;
        system.states[at("5.5.1-2")].state = State::WaitsForEvent;

        const AnswerCounts shall = rolledUp(system).whole.shall;

        QCOMPARE(shall.conformity(), (Fraction{46, 48}));
        QCOMPARE(shall.progress(), (Fraction{47, 48}));
    }
};

QTEST_APPLESS_MAIN(RollUpTest)
#include "tst_rollup.moc"
