#include "core/workspace/assessing.h"
#include "core/workspace/people.h"
#include "core/workspace/problems.h"
#include "core/workspace/releasegate.h"
#include "tests/support/twosystems.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

template <class T>
T orFail(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(*result);
}

}

/// Who assesses next, after an audit by somebody from outside.
class NextAssessmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindAssessorAndIndependenceAreCarriedTogether()
    {
        Audited audited;

        const Assessment next = audited.next({});

        QCOMPARE(next.purpose, AssessmentPurpose::ExternalAudit);
        QCOMPARE(next.assessor, std::optional(audited.auditor.id));
        QCOMPARE(next.independence, u"Of another house."_s);
    }

    void anAssessorWhoLeftIsNotCarriedNorHowIndependentTheyWere()
    {
        Audited audited;
        audited.bank.fixture.commit(orFail(planLeaving(audited.auditor, audited.bank.occasion())));

        const Assessment next = audited.next({});

        QCOMPARE(next.purpose, AssessmentPurpose::ExternalAudit);
        QVERIFY(!next.assessor);
        QVERIFY(next.independence.isEmpty());
    }

    void anotherAssessorIsNotAsIndependentAsTheOneBefore()
    {
        Audited audited;
        AssessmentDescription described;
        described.assessor.emplace(audited.bank.fixture->actor());

        const Assessment next = audited.next(described);

        QCOMPARE(next.assessor, std::optional(audited.bank.fixture->actor()));
        QVERIFY(next.independence.isEmpty());
    }

    void describedWithAnotherAssessorTheIndependenceIsSaidAnew()
    {
        TwoSystems bank;
        const auto described = [&bank](const Id<Person> &assessor, const std::optional<QString> &said) {
            AssessmentDescription description;
            description.assessor.emplace(assessor);
            description.independence = said;
            description.methods = said ? u"Reading"_s : u"Asking"_s; // so that each time there is a change
            bank.fixture.commit(orFail(planDescription(*bank.reader(), bank.fraud, description)));
            return orFail(currentAssessment(*bank.reader(), bank.fraud.id))->independence;
        };
        Person auditor;
        auditor.id = Id<Person>::generate(bank.fixture.clock());
        auditor.name = u"Grace Okafor"_s;
        auditor.party = bank.fixture->profile().organisation;
        bank.fixture.commit(ChangeSet(u"Add"_s).create(auditor));

        QCOMPARE(described(auditor.id, u"Of another house."_s), u"Of another house."_s);
        QCOMPARE(described(auditor.id, std::nullopt), u"Of another house."_s);
        QCOMPARE(described(bank.fixture->actor(), std::nullopt), QString());
    }

    void anAssessmentIsNotClosedBeforeItsPeriodHasEnded()
    {
        TwoSystems bank;
        const auto closedWithEnd = [&bank](QDate end) {
            AssessmentDescription period;
            period.periodFrom.emplace(QDate(2026, 1, 1));
            period.periodTo.emplace(end);
            bank.fixture.commit(orFail(planDescription(*bank.reader(), bank.fraud, period)));
            return planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion());
        };

        const auto early = closedWithEnd(TwoSystems::today.addDays(1));

        QVERIFY(!early);
        QVERIFY2(
            early.error().message.contains(u"ends on 2026-11-22, so it cannot be closed on 2026-11-21"_s),
            qPrintable(early.error().message));
        QVERIFY(closedWithEnd(TwoSystems::today));
    }

    void whatIsCarriedOverBlocksUntilItIsReconfirmed_data()
    {
        QTest::addColumn<AnswerChange>("given");

        QTest::addRow("met") << AnswerChange{.answer = Answer::Met};
        QTest::addRow("not applicable")
            << AnswerChange{.answer = Answer::NotApplicable, .rationale = u"Nobody is trained here."_s};
    }

    void whatIsCarriedOverBlocksUntilItIsReconfirmed()
    {
        QFETCH(AnswerChange, given);
        TwoSystems bank;
        const QString item = u"5.2.1-1"_s;
        if (given.answer == Answer::NotApplicable)
            given.approver.emplace(bank.fixture->actor());
        bank.answer(bank.assessmentOf(bank.fraud), item, given);
        const auto blocking = [&] {
            const Checklist checklist = bank.checklist(bank.fraud);
            QStringList statements;
            for (const Blocking &found : whatBlocks(checklist, Requirement::All)) {
                if (checklist.catalogue->items().at(size_t(found.ordinal)).id == item)
                    statements.append(found.statement);
            }
            return statements;
        };

        const auto answered = blocking();
        bank.fixture.commit(orFail(planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion())));
        bank.fixture.commit(orFail(planStart(*bank.reader(), *bank.catalogue, bank.fraud, bank.occasion())));
        const auto carried = blocking();
        bank.answer(bank.assessmentOf(bank.fraud), item, {.answer = given.answer});

        QCOMPARE(answered, QStringList());
        QCOMPARE(carried, QStringList{u"5.2.1-1 is carried over from the assessment before and not "
                                      "reconfirmed."_s});
        QCOMPARE(blocking(), QStringList());
    }

    void whatIsSetBesideACarriedAnswerDoesNotReconfirmIt_data()
    {
        QTest::addColumn<QString>("set");

        QTest::addRow("owner") << u"owner"_s;
        QTest::addRow("due date") << u"due"_s;
        QTest::addRow("day of review") << u"review"_s;
        QTest::addRow("approver") << u"approver"_s;
        QTest::addRow("rationale") << u"rationale"_s;
    }

    void whatIsSetBesideACarriedAnswerDoesNotReconfirmIt()
    {
        QFETCH(const QString, set);
        TwoSystems bank;
        const QString item = u"5.2.1-1"_s;
        bank.answer(bank.assessmentOf(bank.fraud), item, {.answer = Answer::Met});
        bank.fixture.commit(orFail(planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion())));
        bank.fixture.commit(orFail(planStart(*bank.reader(), *bank.catalogue, bank.fraud, bank.occasion())));
        AnswerChange change;
        if (set == u"owner"_s)
            change.owner.emplace(bank.fixture->actor());
        if (set == u"due"_s)
            change.due.emplace(TwoSystems::today);
        if (set == u"review"_s)
            change.reviewOn.emplace(TwoSystems::today);
        if (set == u"approver"_s)
            change.approver.emplace(bank.fixture->actor());
        if (set == u"rationale"_s)
            change.rationale = u"Said in other words."_s;

        bank.answer(bank.assessmentOf(bank.fraud), item, change);

        QVERIFY(bank.checklist(bank.fraud).line(item)->own->carried);
    }

    void whatIsCarriedOfDecisionsAndReliancesBlocksUntilItIsReconfirmed()
    {
        TwoSystems bank;
        const auto before = bank.assessmentOf(bank.chatbot);
        const QString out = u"5.4.2-4"_s;
        ApplicabilityDecision decision;
        decision.id = applicabilityDecisionId(before, out);
        decision.assessment = before;
        decision.item = out;
        decision.reason = u"Another system watches it."_s;
        decision.decidedBy = bank.fixture->actor();
        decision.decidedOn = TwoSystems::today;
        decision.approver = bank.fixture->actor();
        bank.fixture.commit(ChangeSet(u"Decide"_s).create(decision));
        const QString borne = bank.fixture.all<Reliance>().first().item;
        const auto blocks = [&bank](const QString &item) {
            const Checklist checklist = bank.checklist(bank.chatbot);
            const int ordinal = checklist.catalogue->item(item)->ordinal;
            const bool isAsked =
                provisionsWith(Problem::Kind::InheritedToConfirm, problemsOf(checklist, TwoSystems::today),
                               *checklist.catalogue) != CountsByVerb();
            const auto blocking = whatBlocks(checklist, Requirement::All);
            return isAsked && std::ranges::count(blocking, ordinal, &Blocking::ordinal) == 1;
        };
        QVERIFY(!blocks(out) && !blocks(borne));

        bank.fixture.commit(orFail(planClose(*bank.reader(), bank.catalogue, bank.chatbot, bank.occasion())));
        bank.fixture.commit(
            orFail(planStart(*bank.reader(), *bank.catalogue, bank.chatbot, bank.occasion())));

        QVERIFY(blocks(out));
        QVERIFY(blocks(borne));
        const Checklist carried = bank.checklist(bank.chatbot);
        ApplicabilityDecision confirmed = *carried.line(out)->decision;
        confirmed.carried = false;
        Reliance reliance = *carried.line(borne)->reliance;
        reliance.carried = false;
        bank.fixture.commit(ChangeSet(u"Confirm"_s)
                                .change(*carried.line(out)->decision, confirmed)
                                .change(*carried.line(borne)->reliance, reliance));
        QVERIFY(!blocks(out));
        QVERIFY(!blocks(borne));
    }

private:
    /// A bank whose fraud scoring was audited from outside.
    struct Audited
    {
        Audited()
        {
            auditor.id = Id<Person>::generate(bank.fixture.clock());
            auditor.name = u"Grace Okafor"_s;
            auditor.party = bank.fixture->profile().organisation;
            bank.fixture.commit(ChangeSet(u"Add"_s).create(auditor));
            AssessmentDescription audit;
            audit.purpose = AssessmentPurpose::ExternalAudit;
            audit.assessor.emplace(auditor.id);
            audit.independence = u"Of another house."_s;
            bank.fixture.commit(orFail(planDescription(*bank.reader(), bank.fraud, audit)));
            bank.fixture.commit(
                orFail(planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion())));
        }

        Assessment next(const AssessmentDescription &description)
        {
            bank.fixture.commit(
                orFail(planStart(*bank.reader(), *bank.catalogue, bank.fraud, bank.occasion(), description)));
            return *orFail(currentAssessment(*bank.reader(), bank.fraud.id));
        }

        TwoSystems bank;
        Person auditor;
    };
};

QTEST_GUILESS_MAIN(NextAssessmentTest)
#include "tst_nextassessment.moc"
