#include "core/assessment/inheritance.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/inventory/assetlink.h"
#include "core/workspace/assessing.h"
#include "core/workspace/attaching.h"
#include "core/workspace/checklist.h"
#include "core/workspace/problems.h"
#include "core/workspace/proposals.h"
#include "core/workspace/registration.h"
#include "core/workspace/uncovereddays.h"
#include "tests/support/files.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 21);

bool hasUnexplainedOverride(const Checklist &checklist)
{
    const auto problems = problemsOf(checklist, today);
    return std::any_of(problems.cbegin(), problems.cend(), [](const Problem &problem) {
        return problem.kind == Problem::Kind::OverrideUnexplained;
    });
}

/// A bank with one system made from a preset, and short ways to say things about it.
class Bank
{
public:
    explicit Bank(const QString &preset)
        : catalogue(*shippedCatalogue())
    {
        Registration registration;
        registration.system.name = u"Fraud scoring"_s;
        registration.preset = preset;
        const auto planned = planRegistration(*reader(), *catalogue, registration, occasion());
        if (!planned)
            qFatal("%s", qPrintable(planned.error().message));
        fixture.commit(*planned);
        system = fixture.all<AiSystem>().first();
    }

    [[nodiscard]] Occasion occasion() const { return {today, fixture->actor(), fixture.clock()}; }
    [[nodiscard]] std::unique_ptr<Connection> reader() const { return std::move(*fixture->reader()); }
    [[nodiscard]] Checklist checklist() const
    {
        auto read = readChecklist(*reader(), catalogue, system.id, today);
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }
    [[nodiscard]] Id<Assessment> assessment() const { return (*currentAssessment(*reader(), system.id))->id; }

    void answer(const Id<Assessment> &where, const QString &item, const AnswerChange &change)
    {
        const auto planned = planAnswers(*reader(), {{where, item}}, change);
        if (!planned)
            qFatal("%s", qPrintable(planned.error().message));
        fixture.commit(planned->changeSet);
    }

    /// Attaches a file with these bytes to the item and answers the evidence.
    Evidence attachTo(const Id<Assessment> &where, const QString &item, const QByteArray &bytes,
                      const Evidence &described = {})
    {
        const QString path = test::writeFile(fixture.path(u"evidence-%1.txt"_s.arg(++files)), bytes);
        const auto attached = attach(fixture.workspace(), {{path, described, {{where, item}}}});
        if (!attached || attached->evidence.isEmpty())
            qFatal("not attached");
        return attached->evidence.first();
    }

    WorkspaceFixture fixture;
    std::shared_ptr<const Catalogue> catalogue;
    AiSystem system;
    int files = 0;
};

QList<Problem::Kind> kinds(const QList<Problem> &problems, const Checklist &checklist, const QString &item)
{
    QList<Problem::Kind> found;
    for (const auto &problem : problems) {
        if (checklist.catalogue->items().at(size_t(problem.ordinal)).id == item)
            found.append(problem.kind);
    }
    return found;
}

Evidence approved(const QString &title)
{
    Evidence evidence;
    evidence.title = title;
    evidence.state = DocumentState::Approved;
    evidence.approvedBy = u"Ana Ruiz"_s;
    evidence.approvedOn = today.addDays(-30);
    return evidence;
}

}

class ChecklistTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSystemFromAPresetHasItsChecklistReady()
    {
        const Bank bank(u"predictive-fine-tuned"_s);

        const auto checklist = bank.checklist();

        QCOMPARE(checklist.system.number, u"AI-001"_s);
        QCOMPARE(checklist.lines.size(), 81);
        QVERIFY(checklist.assessment && !checklist.assessment->closedOn);
        QVERIFY(!checklist.roles.isEmpty());
        QCOMPARE(checklist.rollUp.whole.shall.total(), 49);
        QCOMPARE(checklist.rollUp.whole.should.total(), 23);
        QCOMPARE(checklist.line(u"5.5.1-2"_s)->standing(), Standing::Waiting);
        QVERIFY(checklist.reason(*checklist.line(u"5.1.1-1"_s)).contains(u"Nordbank"_s));
    }

    void movingToEndOfLifeMakesDisposalDue()
    {
        Bank bank(u"predictive-fine-tuned"_s);
        AiSystem retired = bank.system;
        retired.phase = LifecyclePhase::EndOfLife;

        bank.fixture.commit(planProfileChange(bank.system, retired, bank.occasion()));

        QCOMPARE(bank.checklist().line(u"5.5.1-2"_s)->standing(), Standing::NotAnswered);
    }

    void anAnswerIsCountedAndItsMissingReasonIsListed()
    {
        Bank bank(u"predictive-fine-tuned"_s);

        bank.answer(bank.assessment(), u"5.1.1-1"_s, {.answer = Answer::NotMet});

        const auto checklist = bank.checklist();
        QCOMPARE(checklist.line(u"5.1.1-1"_s)->standing(), Standing::NotMet);
        QCOMPARE(checklist.rollUp.whole.shall.notMet, 1);
        QCOMPARE(kinds(problemsOf(checklist, today), checklist, u"5.1.1-1"_s),
                 QList{Problem::Kind::RationaleMissing});
    }

    void metOnDraftsAloneCountsAsPartlyMet()
    {
        Bank bank(u"predictive-fine-tuned"_s);
        bank.answer(bank.assessment(), u"5.1.1-1"_s, {.answer = Answer::Met});
        bank.attachTo(bank.assessment(), u"5.1.1-1"_s, "a draft");

        const auto drafts = bank.checklist();
        QCOMPARE(drafts.line(u"5.1.1-1"_s)->standing(), Standing::PartlyMet);
        QCOMPARE(kinds(problemsOf(drafts, today), drafts, u"5.1.1-1"_s), QList{Problem::Kind::OnlyDrafts});

        bank.attachTo(bank.assessment(), u"5.1.1-1"_s, "the approved one", approved(u"Curriculum"_s));
        QCOMPARE(bank.checklist().line(u"5.1.1-1"_s)->standing(), Standing::Met);
    }

    void lapsedEvidenceIsListed()
    {
        Bank bank(u"predictive-fine-tuned"_s);
        bank.answer(bank.assessment(), u"5.1.1-1"_s, {.answer = Answer::Met});
        Evidence old = approved(u"Old"_s);
        old.validUntil = today.addDays(-1);
        bank.attachTo(bank.assessment(), u"5.1.1-1"_s, "old", old);

        const auto checklist = bank.checklist();

        QCOMPARE(kinds(problemsOf(checklist, today), checklist, u"5.1.1-1"_s),
                 QList{Problem::Kind::EvidenceLapsed});
        QVERIFY(kinds(problemsOf(checklist, today.addDays(-1)), checklist, u"5.1.1-1"_s).isEmpty());
    }

    void equalContentIsOnePieceOfEvidenceWithSeveralUses()
    {
        Bank bank(u"predictive-fine-tuned"_s);

        const auto first = bank.attachTo(bank.assessment(), u"5.1.1-1"_s, "same");
        const auto second = bank.attachTo(bank.assessment(), u"5.1.1-2"_s, "same");

        QCOMPARE(first, second);
        QCOMPARE(bank.fixture.all<Evidence>().size(), 1);
        QCOMPARE(bank.checklist().line(u"5.1.1-2"_s)->evidence, QList{first.id});
    }

    void aCommonAnswerIsInheritedWithItsSourceAndItsEvidence()
    {
        Bank bank(u"predictive-fine-tuned"_s);
        const Platform platform{
            Id<Platform>::generate(bank.fixture.clock()), u"Nordbank organisation"_s, {}, {}, {}};
        const auto common = newAssessment(*bank.catalogue, platform, bank.occasion());
        bank.fixture.commit(ChangeSet(u"Common"_s)
                                .create(platform)
                                .create(common)
                                .create(Inheritance{inheritanceId(bank.system.id, platform.id),
                                                    bank.system.id, platform.id}));
        bank.answer(common.id, u"5.1.1-1"_s, {.answer = Answer::Met});
        const auto evidence = bank.attachTo(common.id, u"5.1.1-1"_s, "training", approved(u"Training"_s));

        const auto inherited = bank.checklist();
        const auto *line = inherited.line(u"5.1.1-1"_s);
        QVERIFY(line->isInherited());
        QCOMPARE(line->commonSource, platform.name);
        QCOMPARE(line->standing(), Standing::Met);
        QCOMPARE(line->evidence, QList{evidence.id});

        const ItemOfAssessment own{bank.assessment(), u"5.1.1-1"_s};
        const AnswerChange notHere{.answer = Answer::NotMet, .rationale = u"Not here"_s};
        QVERIFY(!planAnswers(*bank.reader(), {own}, notHere));
        AnswerChange explained = notHere;
        explained.overrideReason = u"Its own staff."_s;
        QCOMPARE(planAnswers(*bank.reader(), {own}, explained)->overwritten.size(), 1);
        bank.answer(own.assessment, own.item, explained);
        const auto overridden = bank.checklist();
        QVERIFY(!overridden.line(u"5.1.1-1"_s)->isInherited());
        QCOMPARE(overridden.line(u"5.1.1-1"_s)->standing(), Standing::NotMet);
        QVERIFY(overridden.line(u"5.1.1-1"_s)->evidence.isEmpty());
        QVERIFY(!hasUnexplainedOverride(overridden));

        bank.answer(own.assessment, own.item, {.answer = Answer::Met, .overrideReason = QString()});
        bank.answer(common.id, u"5.1.1-1"_s, {.answer = Answer::PartlyMet});
        QVERIFY(hasUnexplainedOverride(bank.checklist()));
    }

    void aPresetProposesOnlyToSystemsThatAreStillLikeIt()
    {
        Bank bank(u"chatbot-remote-llm"_s);
        const auto proposed = proposedExclusions(bank.checklist());
        QCOMPARE(proposed.size(), 1);
        QCOMPARE(proposed.first().item, u"5.4.2-4"_s);
        QCOMPARE(proposed.first().preset, u"Chatbot over a remote LLM API"_s);

        const auto answers = bank.fixture.all<FactAnswer>();
        FactAnswer other = answers.first();
        other.holds = !other.holds;
        bank.fixture.commit(ChangeSet(u"Answer"_s).change(answers.first(), other));

        QVERIFY(proposedExclusions(bank.checklist()).isEmpty());
    }

    void proposalsAreTakenOverWithReasonApproverAndReviewOrRefused()
    {
        Bank bank(u"chatbot-remote-llm"_s);
        const auto checklist = bank.checklist();
        const auto approver = bank.fixture->actor();
        const QDate review(2027, 3, 1);
        const auto plan = [&](const TakenProposals &taken) {
            return planTakeOver(checklist, taken, bank.occasion());
        };

        QVERIFY(!plan({{{u"5.4.2-4"_s, u" "_s}}, approver, review}));
        QVERIFY(!plan({{{u"5.4.2-4"_s, u"Fixed."_s}}, {}, review}));
        QVERIFY(!plan({{{u"5.4.2-4"_s, u"Fixed."_s}}, approver, {}}));
        const auto changes = plan({{{u"5.4.2-4"_s, u"Fixed."_s}}, approver, review});
        QVERIFY(changes);
        bank.fixture.commit(*changes);

        QCOMPARE(bank.checklist().line(u"5.4.2-4"_s)->standing(), Standing::NotApplicable);
        QVERIFY(proposedExclusions(bank.checklist()).isEmpty());
        bank.fixture.commit(inverse(*changes, u"Undo"_s));
        QCOMPARE(proposedExclusions(bank.checklist()).size(), 1);
    }

    void theNextAssessmentCarriesAnswersAndAsksToConfirmThem()
    {
        Bank bank(u"predictive-fine-tuned"_s);
        bank.answer(bank.assessment(), u"5.1.1-1"_s, {.answer = Answer::Met});
        bank.attachTo(bank.assessment(), u"5.1.1-1"_s, "proof", approved(u"Proof"_s));
        QVERIFY(!planStart(*bank.reader(), *bank.catalogue, bank.system, bank.occasion()));
        bank.fixture.commit(*planClose(*bank.reader(), bank.catalogue, bank.system, bank.occasion()));

        bank.fixture.commit(*planStart(*bank.reader(), *bank.catalogue, bank.system, bank.occasion()));

        const auto carried = bank.checklist();
        QCOMPARE(carried.line(u"5.1.1-1"_s)->standing(), Standing::Met);
        QCOMPARE(carried.line(u"5.1.1-1"_s)->evidence.size(), 1);
        QCOMPARE(kinds(problemsOf(carried, today), carried, u"5.1.1-1"_s),
                 QList{Problem::Kind::InheritedToConfirm});
        bank.answer(bank.assessment(), u"5.1.1-1"_s, {.answer = Answer::Met});
        QVERIFY(problemsOf(bank.checklist(), today).isEmpty());
    }

    void whatIsSaidNotToApplyNeedsReasonApproverAndReview()
    {
        Bank bank(u"predictive-fine-tuned"_s);

        bank.answer(bank.assessment(), u"5.1.1-1"_s, {.answer = Answer::NotApplicable});

        const auto checklist = bank.checklist();
        QCOMPARE(kinds(problemsOf(checklist, today), checklist, u"5.1.1-1"_s),
                 (QList{Problem::Kind::RationaleMissing, Problem::Kind::ApproverMissing,
                        Problem::Kind::ReviewMissing}));
    }

    void whatIsSaidNotToApplyStaysInTheBaseUntilItIsExplainedAndApproved()
    {
        Bank bank(u"predictive-fine-tuned"_s);
        const int due = bank.checklist().rollUp.whole.shall.due();
        const auto dueAfter = [&](const AnswerChange &change) {
            bank.answer(bank.assessment(), u"5.1.1-1"_s, change);
            return bank.checklist().rollUp.whole.shall.due();
        };

        QCOMPARE(dueAfter({.answer = Answer::NotApplicable}), due);
        QCOMPARE(dueAfter({.rationale = u"Nobody is trained here."_s}), due);
        QCOMPARE(bank.checklist().line(u"5.1.1-1"_s)->standing(), Standing::NotAnswered);
        QCOMPARE(dueAfter({.approver = bank.fixture->actor()}), due - 1);
        QCOMPARE(bank.checklist().line(u"5.1.1-1"_s)->standing(), Standing::NotApplicable);
    }

    void anAssetWithASupplierAnswersTheFactForThePersonWhoDidNot()
    {
        Bank bank({});
        const Party acme{
            Id<Party>::generate(bank.fixture.clock()), u"Acme AI"_s, PartyKind::Supplier, {}, {}};
        Asset model;
        model.id = Id<Asset>::generate(bank.fixture.clock());
        model.name = u"ResNet"_s;
        model.supplier = acme.id;
        bank.fixture.commit(
            ChangeSet(u"Model"_s)
                .create(acme)
                .create(model)
                .create(AssetLink{assetLinkId(bank.system.id, model.id), bank.system.id, model.id, {}}));

        const auto fact = bank.checklist().circumstances.facts.value(u"released_model"_s);

        QVERIFY(fact.holds);
        QVERIFY(fact.because.contains(u"ResNet"_s));
    }

    void severalItemsAreAnsweredInOneChangeThatTellsWhatItOverwritesAndWhatItAnswersFirst()
    {
        Bank bank(u"predictive-fine-tuned"_s);
        bank.answer(bank.assessment(), u"5.1.1-1"_s, {.answer = Answer::NotMet});

        const auto planned = planAnswers(
            *bank.reader(), {{bank.assessment(), u"5.1.1-1"_s}, {bank.assessment(), u"5.1.1-2"_s}},
            {.answer = Answer::Met});

        QVERIFY(planned);
        QCOMPARE(planned->changeSet.edits.size(), 2);
        QCOMPARE(planned->overwritten.size(), 1);
        QCOMPARE(planned->overwritten.first().item, u"5.1.1-1"_s);
        QCOMPARE(planned->answeredFirst, 1);
    }

    void aSystemThatWillNotBeDeployedNeedsItsReasons()
    {
        const Bank bank({});
        Registration research;
        research.system.name = u"Thesis"_s;
        research.system.outOfScope = true;

        const auto refused = planRegistration(*bank.reader(), *bank.catalogue, research, bank.occasion());

        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"Thesis"_s));
    }

    void daysWithoutEvidenceAreNamed()
    {
        const auto piece = [](QDate from, QDate to) {
            Evidence evidence;
            evidence.coversFrom = from;
            evidence.coversTo = to;
            return evidence;
        };
        const QDate first(2026, 1, 1);
        const QDate last(2026, 12, 31);

        QCOMPARE(uncovered(first, last, {}), (QList{std::pair(first, last)}));
        QCOMPARE(uncovered(first, last, {piece(first, last)}), (QList<std::pair<QDate, QDate>>{}));
        QCOMPARE(
            uncovered(first, last,
                      {piece(QDate(2026, 7, 1), QDate(2026, 9, 30)), piece(first, QDate(2026, 3, 31))}),
            (QList{std::pair(QDate(2026, 4, 1), QDate(2026, 6, 30)), std::pair(QDate(2026, 10, 1), last)}));
    }
};

QTEST_GUILESS_MAIN(ChecklistTest)
#include "tst_checklist.moc"
