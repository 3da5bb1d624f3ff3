#include "core/catalogue/applicability.h"
#include "core/catalogue/shippedcatalogue.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using State = Applicability::State;

class ApplicabilityTest : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Catalogue> m_catalogue;

    static Circumstances heldBy(Roles own, Roles other = {})
    {
        Circumstances circumstances;
        circumstances.holders.push_back({u"Nordbank"_s, true, own});
        if (!other.isEmpty())
            circumstances.holders.push_back({u"Acme AI"_s, false, other});
        return circumstances;
    }
    static Circumstances ownAll()
    {
        return heldBy({Role::Developer, Role::SystemOperator, Role::DataCustodian});
    }

    [[nodiscard]] const Item &item(const char *id) const
    {
        const Item *found = m_catalogue->item(QString::fromLatin1(id));
        if (!found)
            qFatal("no item %s", id);
        return *found;
    }
    [[nodiscard]] Applicability of(const char *id, const Circumstances &circumstances) const
    {
        return applicabilityOf(*m_catalogue, circumstances)[size_t(item(id).ordinal)];
    }
    [[nodiscard]] QString why(const char *id, const Circumstances &circumstances) const
    {
        return reasonInWords(*m_catalogue, circumstances, item(id), of(id, circumstances));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto shipped = shippedCatalogue();
        QVERIFY(shipped);
        m_catalogue = *shipped;
    }

    void aDutyOfOurOwnRoleAppliesAndNamesTheParty()
    {
        const auto circumstances = heldBy({Role::SystemOperator});

        QCOMPARE(of("5.4.2-1", circumstances).state, State::Applies);
        QCOMPARE(why("5.4.2-1", circumstances), u"Nordbank is System Operator."_s);
    }

    void aDutyOfAnotherPartyIsReliedUpon()
    {
        const auto circumstances = heldBy({Role::SystemOperator}, {Role::Developer});

        QCOMPARE(of("5.2.2-3/a", circumstances).state, State::BorneByAnotherParty);
        QCOMPARE(why("5.2.2-3/a", circumstances), u"Borne by Acme AI, which is Developer."_s);
    }

    void aPartGoesByItsOwnActor()
    {
        const auto circumstances = heldBy({Role::SystemOperator}, {Role::Developer});

        QCOMPARE(of("5.1.3-2/a", circumstances).state, State::BorneByAnotherParty);
        QCOMPARE(of("5.1.3-2/b", circumstances).state, State::Applies);
        QCOMPARE(of("5.1.3-2/c", circumstances).state, State::Applies);
    }

    void whatNobodyHoldsCountsAsApplying()
    {
        const auto circumstances = heldBy({Role::Developer});

        QCOMPARE(of("5.4.2-1", circumstances).state, State::Applies);
        QVERIFY(of("5.4.2-1", circumstances).awaitsHolder);
        QCOMPARE(why("5.4.2-1", circumstances),
                 u"Nobody is recorded as System Operator yet, so it counts as applying."_s);
    }

    void whereOneHolderSufficesTheOtherPartyIsNamed()
    {
        auto circumstances = heldBy({Role::SystemOperator}, {Role::Developer});
        circumstances.facts.insert(u"external_component"_s, {true, u"the model has the supplier Acme AI"_s});

        QCOMPARE(
            why("5.1.2-4", circumstances),
            u"Nordbank is System Operator, and the answer to “Does the system use any component made by "
            u"someone "
            "else?” is yes, because the model has the supplier Acme AI. Acme AI, which is Developer, may do it instead."_s);
    }

    void whereEveryHolderHasADutyTheShareOfTheOtherPartyIsNamed()
    {
        const auto circumstances = heldBy({Role::SystemOperator}, {Role::Developer});

        QCOMPARE(why("5.1.2-2", circumstances),
                 u"Nordbank is System Operator. Acme AI bears its own share as Developer."_s);
    }

    void anUnansweredFactCountsAsApplying()
    {
        const auto applicability = of("5.2.2-6", ownAll());

        QCOMPARE(applicability.state, State::Applies);
        QVERIFY(applicability.awaitsAnswer);
        QCOMPARE(why("5.2.2-6", ownAll()), u"Nordbank is Developer and System Operator. “Are cloud services "
                                           u"used to build or run the system?” is not "
                                           "answered yet, so it counts as applying."_s);
    }

    void aFactAnsweredNoMakesItNotApplicable()
    {
        auto circumstances = ownAll();
        circumstances.facts.insert(u"cloud_services"_s, {false, {}});

        QCOMPARE(of("5.2.2-6", circumstances).state, State::ConditionNotMet);
        QCOMPARE(why("5.2.2-6", circumstances),
                 u"The answer to “Are cloud services used to build or run the system?” is no."_s);
    }

    void anEventNotRecordedIsWaitedFor()
    {
        QCOMPARE(of("5.5.1-2", ownAll()).state, State::WaitsForEvent);
        QCOMPARE(why("5.5.1-2", ownAll()), u"Waits until the system or a model of it is decommissioned."_s);
    }

    void aRecordedEventMakesItDue()
    {
        auto circumstances = ownAll();
        circumstances.events.insert(u"decommission"_s, QDate(2026, 3, 1));

        QCOMPARE(of("5.5.1-2", circumstances).state, State::Applies);
        QCOMPARE(why("5.5.1-2", circumstances), u"Nordbank is Developer and System Operator, and this is "
                                                u"recorded on 2026-03-01: A model or system is "
                                                "decommissioned."_s);
    }

    void rolesSettleWhetherTheDeveloperIsExternal()
    {
        QCOMPARE(of("5.3.1-1/b", ownAll()).state, State::ConditionNotMet);
        QCOMPARE(of("5.3.1-1/b", heldBy({Role::Developer}, {Role::SystemOperator})).state, State::Applies);
        QCOMPARE(of("5.3.1-1/b", heldBy({Role::SystemOperator}, {Role::Developer})).state,
                 State::BorneByAnotherParty);
        QVERIFY(of("5.3.1-1/b", heldBy({Role::Developer})).awaitsAnswer);
        QCOMPARE(why("5.3.1-1/b", ownAll()), u"The answer to “Is the Developer an external entity to the "
                                             u"System Operator?” is no, because that follows "
                                             "from who holds the roles."_s);
    }

    void rolesSettleWhetherTheCustodianIsInside()
    {
        QCOMPARE(of("5.1.2-1.1", ownAll()).state, State::Applies);
        QVERIFY(!of("5.1.2-1.1", ownAll()).awaitsAnswer);
        QCOMPARE(of("5.1.2-1.1", heldBy({Role::Developer}, {Role::DataCustodian})).state,
                 State::ConditionNotMet);
    }

    void oneOfSeveralCustodiansInsideIsEnough()
    {
        auto circumstances = ownAll();
        circumstances.holders.push_back({u"Data GmbH"_s, false, {Role::DataCustodian}});

        QCOMPARE(of("5.1.2-1.1", circumstances).state, State::Applies);
    }

    void aUnitOfOurOwnIsNoOtherOrganisation()
    {
        Circumstances circumstances;
        circumstances.holders = {{u"Nordbank"_s, true, {Role::Developer}},
                                 {u"Nordbank IT"_s, true, {Role::SystemOperator}},
                                 {u"Nordbank Data Office"_s, true, {Role::DataCustodian}}};

        QCOMPARE(of("5.1.2-1.1", circumstances).state, State::Applies);
        QCOMPARE(of("5.3.1-1/b", circumstances).state, State::ConditionNotMet);
    }

    void anEndUserNeverBearsADuty()
    {
        const Provision &provision = *m_catalogue->provision(u"5.2.1-4"_s);

        QVERIFY(std::ranges::count(provision.dutyHolders, Stakeholder::EndUser) == 1);
        QCOMPARE(item("5.2.1-4").dutyHolders.size(), 3);
    }

    void severalOwnPartiesAreAllNamed()
    {
        Circumstances circumstances;
        circumstances.holders = {{u"Nordbank"_s, true, {Role::Developer}},
                                 {u"Nordbank IT"_s, true, {Role::SystemOperator}}};

        QCOMPARE(why("5.2.2-1", circumstances),
                 u"Nordbank is Developer, and Nordbank IT is System Operator."_s);
    }

    void aDecisionOutweighsTheCircumstances()
    {
        auto circumstances = ownAll();
        circumstances.decisions.insert(u"5.4.2-4"_s,
                                       {false, u"The model is fixed."_s, u"Jo Lee"_s, QDate(2027, 1, 1)});
        circumstances.decisions.insert(u"5.5.1-2"_s, {true, u"A part is gone already."_s, {}, {}});

        QCOMPARE(of("5.4.2-4", circumstances).state, State::ConditionNotMet);
        QVERIFY(of("5.4.2-4", circumstances).isDecided);
        QCOMPARE(why("5.4.2-4", circumstances), u"It was decided that 5.4.2-4 does not apply. Reason: The "
                                                u"model is fixed. Approved by Jo Lee. To be reviewed "
                                                "on 2027-01-01."_s);
        QCOMPARE(of("5.5.1-2", circumstances).state, State::Applies);
        QCOMPARE(why("5.5.1-2", circumstances), u"It was decided that 5.5.1-2 applies. Reason: A part is "
                                                u"gone already. No approver is named. No review date "
                                                "is set."_s);
    }

    void aReasonOfADecisionEndsBeforeWhatFollows_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("said");
        QTest::newRow("open") << u"It is fixed"_s << u"Reason: It is fixed. Approved"_s;
        QTest::newRow("full stop") << u"It is fixed. "_s << u"Reason: It is fixed. Approved"_s;
        QTest::newRow("question") << u"Why not?"_s << u"Reason: Why not? Approved"_s;
        QTest::newRow("in brackets") << u"(It is fixed.)"_s << u"Reason: (It is fixed.) Approved"_s;
        QTest::newRow("quoted word") << u"It is “fixed”"_s << u"Reason: It is “fixed”. Approved"_s;
    }
    void aReasonOfADecisionEndsBeforeWhatFollows()
    {
        QFETCH(const QString, reason);
        QFETCH(const QString, said);
        auto circumstances = ownAll();
        circumstances.decisions.insert(u"5.4.2-4"_s, {false, reason, u"Jo Lee"_s, QDate(2027, 1, 1)});

        const QString words = why("5.4.2-4", circumstances);

        QVERIFY2(words.contains(said), qPrintable(words));
    }

    void answeringAFactNoRemovesWhatDependsOnIt()
    {
        const Fact &fact = *m_catalogue->fact(u"undocumented_component");

        QCOMPARE(effectOfFact(*m_catalogue, ownAll(), fact),
                 (FactEffect{{}, {.removedItems = 3, .removedProvisions = 3}}));
        auto answered = ownAll();
        answered.facts.insert(fact.id, {false, {}});
        QCOMPARE(effectOfFact(*m_catalogue, answered, fact),
                 (FactEffect{{.addedItems = 3, .addedProvisions = 3}, {}}));
    }

    void aFactThatMovesAPartLeavesItsProvisionStanding()
    {
        const Fact &fact = *m_catalogue->fact(u"private_training_data");

        QCOMPARE(effectOfFact(*m_catalogue, ownAll(), fact),
                 (FactEffect{{}, {.removedItems = 1, .removedParts = 1}}));
    }

    void whatAFactMovesIsCountedInItemsAsTheWholeIs()
    {
        const auto applying = [this](const Circumstances &circumstances) {
            const auto answers = applicabilityOf(*m_catalogue, circumstances);
            return int(std::count_if(answers.cbegin(), answers.cend(),
                                     [](const Applicability &a) { return a.state == State::Applies; }));
        };

        for (const Fact &fact : m_catalogue->facts()) {
            if (isSettledByRoles(fact.id))
                continue;
            auto answered = ownAll();
            answered.facts.insert(fact.id, {false, {}});
            const FactEffect effect = effectOfFact(*m_catalogue, ownAll(), fact);
            QCOMPARE(effect.whenNo.removedItems - effect.whenNo.addedItems,
                     applying(ownAll()) - applying(answered));
        }
    }

    void aFactMovesOnlyWhatIsOurs()
    {
        const Fact &fact = *m_catalogue->fact(u"undocumented_component");

        QCOMPARE(effectOfFact(*m_catalogue, heldBy({Role::Developer}, {Role::SystemOperator}), fact),
                 (FactEffect{{}, {.removedItems = 1, .removedProvisions = 1}}));
    }

    void whatTheRolesSettleMovesAsMuchAsAnAnswerWould()
    {
        QCOMPARE(effectOfFact(*m_catalogue, ownAll(), *m_catalogue->fact(u"custodian_in_developer")),
                 (FactEffect{{}, {.removedItems = 1, .removedProvisions = 1}}));
        QCOMPARE(effectOfFact(*m_catalogue, ownAll(), *m_catalogue->fact(u"developer_is_external")),
                 (FactEffect{{.addedItems = 2, .addedParts = 2}, {}}));
    }

    void presetsComeOutAsTheScenariosSay_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<int>("applies");
        QTest::addColumn<QStringList>("notApplicable");
        QTest::addColumn<int>("waits");
        QTest::addColumn<int>("borne");
        QTest::newRow("chatbot") << u"chatbot-remote-llm"_s << 65
                                 << QStringList{u"5.2.1-4.2"_s, u"5.2.2-2"_s,   u"5.2.2-3/c"_s,
                                                u"5.2.4-1.2"_s, u"5.2.4-2"_s,   u"5.2.4-2.1"_s,
                                                u"5.3.1-1/b"_s, u"5.3.1-2/b"_s, u"5.4.2-3"_s}
                                 << 7 << 0;
        QTest::newRow("predictive") << u"predictive-fine-tuned"_s << 69
                                    << QStringList{u"5.1.3-1.2"_s, u"5.2.2-2"_s, u"5.2.4-1.2"_s,
                                                   u"5.3.1-1/b"_s, u"5.3.1-2/b"_s}
                                    << 7 << 0;
        QTest::newRow("provider") << u"llm-provider-api"_s << 70
                                  << QStringList{u"5.2.3-3"_s, u"5.2.4-1.2"_s, u"5.3.1-1/b"_s, u"5.3.1-2/b"_s}
                                  << 7 << 0;
        QTest::newRow("open access") << u"open-access-llm"_s << 56
                                     << QStringList{u"5.1.2-6"_s, u"5.2.1-4.2"_s, u"5.2.2-2"_s,
                                                    u"5.2.2-3/c"_s, u"5.4.2-3"_s}
                                     << 5 << 15;
    }

    void presetsComeOutAsTheScenariosSay()
    {
        QFETCH(const QString, preset);
        const auto circumstances =
            circumstancesOf(*m_catalogue->preset(preset), *m_catalogue, u"Nordbank"_s, QDate(2026, 1, 1));
        const auto states = applicabilityOf(*m_catalogue, circumstances);
        const auto count = [&states](State state) {
            return int(std::ranges::count(states, state, &Applicability::state));
        };
        QStringList notApplicable;
        for (const Item &each : m_catalogue->items()) {
            if (states[size_t(each.ordinal)].state == State::ConditionNotMet)
                notApplicable += each.id;
        }

        QTEST(count(State::Applies), "applies");
        QTEST(notApplicable, "notApplicable");
        QTEST(count(State::WaitsForEvent), "waits");
        QTEST(count(State::BorneByAnotherParty), "borne");
    }

    void whatNoFactDecidesIsProposedByThePresets()
    {
        for (const auto id : {u"chatbot-remote-llm", u"open-access-llm"}) {
            const Preset *preset = m_catalogue->preset(id);
            QCOMPARE(preset->proposesNotApplicable.size(), 1u);
            QCOMPARE(preset->proposesNotApplicable[0].item, u"5.4.2-4"_s);
        }
    }

    void everyItemOfEveryPresetHasAReasonInWholeSentences()
    {
        for (const Preset &preset : m_catalogue->presets()) {
            const auto circumstances =
                circumstancesOf(preset, *m_catalogue, u"Nordbank"_s, QDate(2026, 1, 1));
            const auto states = applicabilityOf(*m_catalogue, circumstances);
            for (const Item &each : m_catalogue->items()) {
                const QString reason =
                    reasonInWords(*m_catalogue, circumstances, each, states[size_t(each.ordinal)]);
                QVERIFY2(reason.size() > 10 && reason.endsWith(u'.') && reason[0].isUpper(),
                         qPrintable(reason));
                QVERIFY2(!reason.contains(u"you"_s, Qt::CaseInsensitive) && !reason.contains(u'%'),
                         qPrintable(reason));
            }
        }
    }

    void thePresetsApplyAsManyItemsInThePlaceThatIsGiven()
    {
        constexpr std::array applying{65, 69, 70, 56};
        std::vector<Applicability> states(m_catalogue->items().size());

        for (size_t i = 0; i < applying.size(); ++i) {
            evaluate(
                *m_catalogue,
                circumstancesOf(m_catalogue->presets()[i], *m_catalogue, u"Nordbank"_s, QDate(2026, 1, 1)),
                states);
            QCOMPARE(std::ranges::count(states, State::Applies, &Applicability::state), applying[i]);
        }
    }
};

QTEST_APPLESS_MAIN(ApplicabilityTest)
#include "tst_applicability.moc"
