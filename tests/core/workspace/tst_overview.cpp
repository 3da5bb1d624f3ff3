#include "core/evidence/evidenceuse.h"
#include "core/workspace/assessing.h"
#include "core/workspace/overview.h"
#include "core/workspace/platforms.h"
#include "core/workspace/problems.h"
#include "tests/support/twosystems.h"

#include <QtTest>

#include <random>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLateIsListedByItsDayWithItsOwner();
    void aCommonAnswerThatIsLateCountsOnceAsThePlatformsOwn();
    void ofAPlatformWhatIsOpenInItsChecklistIsLate_data();
    void ofAPlatformWhatIsOpenInItsChecklistIsLate();
    void whatCountsOtherThanItIsAnsweredIsLateAsItCounts();
    void whatIsLateIsSoInTheChecklistsToo_data();
    void whatIsLateIsSoInTheChecklistsToo();
    void ofAClosedAssessmentThatIsLateWhichWasSoAtTheClosing();
    void anAssessmentOfAnotherVersionIsNamedWithItsSystem();
    void aReviewOfScopeThatHasPassedIsNamedWithItsSystem();
    void whatBlocksAReleaseIsWhatItsGateSays();
    void ofAClosedAssessmentTheCommonAnswersBlockAsTheyWereAtTheClosing();

private:
    /// Answers, owned and due so many days ago.
    static AnswerChange late(Answer answer, const std::optional<Id<Person>> &owner, int days);
    static Overview overviewOf(const TwoSystems &bank);
    /// Answers what is not answered yet in one way or the other, some of it late, some of it on drafts.
    static void answerAtRandom(TwoSystems &bank, const Id<Assessment> &where, std::mt19937 &numbers);
    /// "Owner ITEM" of what the checklist itself, not one it takes over from, says was due.
    static QSet<QString> lateIn(const Checklist &checklist, QDate today);
};

AnswerChange TestOverview::late(Answer answer, const std::optional<Id<Person>> &owner, int days)
{
    AnswerChange change;
    change.answer = answer;
    change.rationale = u"Two of five teams."_s;
    change.owner = owner;
    change.due = QDate::currentDate().addDays(-days);
    return change;
}

Overview TestOverview::overviewOf(const TwoSystems &bank)
{
    auto overview = readOverview(bank.fixture.workspace(), bank.catalogue);
    if (!overview)
        qFatal("%s", qPrintable(overview.error().message));
    return std::move(*overview);
}

void TestOverview::whatIsLateIsListedByItsDayWithItsOwner()
{
    TwoSystems bank;
    Person jo = bank.fixture.all<Person>().first();
    jo.id = Id<Person>::generate(bank.fixture.clock());
    jo.name = u"Jo Lee"_s;
    bank.fixture.commit(ChangeSet(u"Enter Jo Lee"_s).create(jo));
    const auto where = bank.assessmentOf(bank.fraud);
    bank.answer(where, u"5.1.1-1"_s, late(Answer::NotMet, jo.id, 10));
    bank.answer(where, u"5.1.2-1"_s, late(Answer::PartlyMet, bank.fixture->actor(), 30));
    bank.answer(where, u"5.1.1-2"_s, late(Answer::NotMet, std::nullopt, 20));
    bank.answer(where, u"5.2.2-1"_s, late(Answer::Met, jo.id, 40));

    const Overview overview = overviewOf(bank);

    QStringList lines;
    for (const OpenItem &item : overview.overdue.listed)
        lines.append(item.item + u' ' + item.owner);
    QCOMPARE(lines, QStringList({u"5.1.2-1 Ana Ruiz"_s, u"5.1.1-2 "_s, u"5.1.1-1 Jo Lee"_s}));
    QCOMPARE(overview.overdue.inAll, 3);
}

void TestOverview::aCommonAnswerThatIsLateCountsOnceAsThePlatformsOwn()
{
    TwoSystems bank;
    bank.fixture.commit(*planTakingOver(*bank.reader(), bank.chatbot, bank.cloud, TakingOver::Begins));
    const auto common = *currentAssessment(*bank.reader(), bank.cloud.id);
    const auto people = bank.fixture.all<Person>();
    bank.answer(common->id, u"5.2.2-1"_s, late(Answer::PartlyMet, people.first().id, 5));
    bank.answer(common->id, u"5.2.3-1"_s, late(Answer::Met, people.first().id, 5));

    const OpenItems overdue = overviewOf(bank).overdue;

    QCOMPARE(overdue.inAll, 1);
    const OpenItem late = overdue.listed.first();
    QCOMPARE(late.item, u"5.2.2-1"_s);
    QCOMPARE(late.systemName, u"Bank cloud"_s);
    QCOMPARE(late.platform, std::optional(bank.cloud.id));
    QCOMPARE(late.owner, people.first().name);
    for (const AiSystem &taker : {bank.fraud, bank.chatbot}) {
        QStringList statements;
        for (const Problem &problem : problemsOf(bank.checklist(taker), QDate::currentDate())) {
            if (problem.kind == Problem::Kind::Overdue)
                statements.append(problem.statement);
        }
        QCOMPARE(statements, QStringList{u"The common answer of Bank cloud to 5.2.2-1 was due on %1."_s.arg(
                                 QDate::currentDate().addDays(-5).toString(Qt::ISODate))});
    }
}

void TestOverview::ofAPlatformWhatIsOpenInItsChecklistIsLate_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 4; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestOverview::ofAPlatformWhatIsOpenInItsChecklistIsLate()
{
    QFETCH(const unsigned, seed);
    std::mt19937 numbers(seed);
    TwoSystems bank;
    const Platform shared{
        Id<Platform>::generate(bank.fixture.clock()), u"Shared"_s, PlatformKind::Platform, {}, {}};
    const Assessment common = newAssessment(*bank.catalogue, shared, bank.occasion());
    const QStringList rationales{{}, u" \u00a0"_s, u"."_s, u"Nobody is trained here."_s};
    ChangeSet changes(u"Answer"_s);
    changes.create(shared).create(common);
    for (const Item &item : bank.catalogue->items()) {
        Response response;
        response.id = responseId(common.id, item.id);
        response.assessment = common.id;
        response.item = item.id;
        response.answer = Answer(numbers() % 5);
        response.due = QDate::currentDate().addDays(-5);
        response.rationale = rationales[qsizetype(numbers() % 4)];
        if (numbers() % 2 == 0)
            response.approver = bank.fixture->actor();
        changes.create(response);
    }
    bank.fixture.commit(changes);

    const OpenItems overdue = overviewOf(bank).overdue;

    QSet<QString> told;
    for (const OpenItem &item : overdue.listed) {
        if (item.platform == shared.id)
            told.insert(item.item);
    }
    const auto read = readChecklist(*bank.reader(), bank.catalogue, shared.id, QDate::currentDate());
    QSet<QString> open;
    for (const Item &item : bank.catalogue->items()) {
        if (itemStandings(*read).at(item.ordinal).isOpen())
            open.insert(item.id);
    }
    QVERIFY(!open.isEmpty() && open.size() < qsizetype(read->lines.size()));
    QCOMPARE(told, open);
}

void TestOverview::answerAtRandom(TwoSystems &bank, const Id<Assessment> &where, std::mt19937 &numbers)
{
    const QDate today = bank.fixture->today();
    QSet<Id<Response>> there;
    for (const Response &response : bank.fixture.all<Response>())
        there.insert(response.id);
    const auto pieces = bank.fixture.all<Evidence>();
    ChangeSet changes(u"Answer"_s);
    for (const Item &item : bank.catalogue->items()) {
        Response response;
        response.id = responseId(where, item.id);
        response.assessment = where;
        response.item = item.id;
        response.answer = numbers() % 2 == 0 ? Answer::Met : Answer(numbers() % 5);
        response.due = today.addDays(qint64(numbers() % 3) - 2);
        if (numbers() % 2 == 0)
            response.rationale = u"Nobody is trained here."_s;
        if (numbers() % 2 == 0)
            response.approver = bank.fixture->actor();
        if (there.contains(response.id))
            continue;
        changes.create(response);
        for (const Evidence &piece : pieces) {
            if (numbers() % 3 == 0)
                changes.create(
                    EvidenceUse{evidenceUseId(piece.id, where, item.id), piece.id, where, item.id});
        }
    }
    bank.fixture.commit(changes);
}

QSet<QString> TestOverview::lateIn(const Checklist &checklist, QDate today)
{
    QSet<QString> late;
    for (const Problem &problem : problemsOf(checklist, today)) {
        const ChecklistLine &line = checklist.lines.at(size_t(problem.ordinal));
        if (problem.kind == Problem::Kind::Overdue && !line.isInherited())
            late.insert(checklist.name() + u' ' + checklist.item(line).id);
    }
    return late;
}

void TestOverview::whatCountsOtherThanItIsAnsweredIsLateAsItCounts()
{
    TwoSystems bank;
    const auto where = bank.assessmentOf(bank.fraud);
    AnswerChange approved = late(Answer::NotApplicable, std::nullopt, 5);
    approved.approver = bank.fixture->actor();
    bank.answer(where, u"5.1.2-3"_s, approved);
    bank.answer(where, u"5.1.2-4"_s, late(Answer::NotApplicable, std::nullopt, 5));
    bank.answer(where, u"5.1.1-1"_s, late(Answer::Met, std::nullopt, 5));
    bank.answer(where, u"5.1.1-2"_s, late(Answer::Met, std::nullopt, 5)); // its evidence is a draft

    const OpenItems overdue = overviewOf(bank).overdue;

    QSet<QString> listed;
    for (const OpenItem &item : overdue.listed)
        listed.insert(item.systemName.section(u' ', 0, 1) + u' ' + item.item);
    const QSet<QString> expected{u"Fraud scoring 5.1.2-4"_s, u"Fraud scoring 5.1.1-2"_s};
    QCOMPARE(listed, expected);
    QCOMPARE(lateIn(bank.checklist(bank.fraud), QDate::currentDate()), expected);
}

void TestOverview::whatIsLateIsSoInTheChecklistsToo_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestOverview::whatIsLateIsSoInTheChecklistsToo()
{
    QFETCH(const unsigned, seed);
    std::mt19937 numbers(seed);
    TwoSystems bank;
    const QDate today = bank.fixture->today();
    Evidence tomorrow = bank.fixture.all<Evidence>().first();
    tomorrow.id = Id<Evidence>::generate(bank.fixture.clock());
    tomorrow.state = DocumentState::Approved;
    tomorrow.approvedBy = u"Ana Ruiz"_s;
    tomorrow.approvedOn = today.addDays(1);
    bank.fixture.commit(ChangeSet(u"Approve from tomorrow on"_s).create(tomorrow));
    answerAtRandom(bank, (*currentAssessment(*bank.reader(), bank.cloud.id))->id, numbers);
    answerAtRandom(bank, bank.assessmentOf(bank.fraud), numbers);
    answerAtRandom(bank, bank.assessmentOf(bank.chatbot), numbers);

    const OpenItems overdue = overviewOf(bank).overdue;

    QSet<QString> listed;
    for (const OpenItem &item : overdue.listed)
        listed.insert((item.platform                  ? bank.cloud.name
                       : item.system == bank.fraud.id ? bank.fraud.name
                                                      : bank.chatbot.name) +
                      u' ' + item.item);
    QSet<QString> late = lateIn(*readChecklist(*bank.reader(), bank.catalogue, bank.cloud.id, today), today);
    for (const AiSystem &system : {bank.fraud, bank.chatbot})
        late += lateIn(*readChecklist(*bank.reader(), bank.catalogue, system.id, today), today);
    QVERIFY(listed.size() > 20);
    QCOMPARE(listed, late);
    QCOMPARE(overdue.inAll, int(late.size()));
}

void TestOverview::ofAClosedAssessmentThatIsLateWhichWasSoAtTheClosing()
{
    TwoSystems bank;
    const auto where = bank.assessmentOf(bank.fraud);
    bank.answer(where, u"5.1.1-1"_s, late(Answer::NotMet, std::nullopt, 20));
    bank.answer(where, u"5.1.1-2"_s, late(Answer::NotMet, std::nullopt, 10));
    bank.answer(where, u"5.1.2-1"_s, late(Answer::NotMet, std::nullopt, 5));
    Occasion tenDaysAgo = bank.occasion();
    tenDaysAgo.today = QDate::currentDate().addDays(-10);
    bank.fixture.commit(*planClose(*bank.reader(), bank.catalogue, bank.fraud, tenDaysAgo));

    const OpenItems overdue = overviewOf(bank).overdue;

    QSet<QString> listed;
    for (const OpenItem &item : overdue.listed)
        listed.insert(bank.fraud.name + u' ' + item.item);
    QCOMPARE(listed, QSet<QString>{bank.fraud.name + u" 5.1.1-1"_s});
    QCOMPARE(listed, lateIn(bank.checklist(bank.fraud), QDate::currentDate()));
    QCOMPARE(overdue.inAll, 1);
}

void TestOverview::anAssessmentOfAnotherVersionIsNamedWithItsSystem()
{
    TwoSystems bank;
    QCOMPARE(overviewOf(bank).outdated.inAll, 0);
    AiSystem next = bank.fraud;
    next.version = u"3.0"_s;
    bank.fixture.commit(ChangeSet(u"Name a version"_s).change(bank.fraud, next));

    const OutdatedAssessments outdated = overviewOf(bank).outdated;

    QCOMPARE(outdated.inAll, 1);
    const auto why = whyOutdated(*bank.reader(), bank.checklist(bank.fraud), TwoSystems::today);
    QVERIFY(why && *why && (*why)->why.contains("version 2.1"_L1));
    QCOMPARE(outdated.listed, QStringList{u"Fraud scoring 3.0: "_s + (*why)->inWords()});
}

void TestOverview::aReviewOfScopeThatHasPassedIsNamedWithItsSystem()
{
    TwoSystems bank;
    QCOMPARE(overviewOf(bank).scope.inAll, 0);
    AiSystem research = bank.fixture.all<AiSystem>().first();
    const AiSystem before = research;
    research.outOfScope = true;
    research.outOfScopeReason = u"Pure research"_s;
    research.outOfScopeApprover = bank.fixture->actor();
    research.outOfScopeReviewOn = bank.fixture->today().addDays(-1);
    bank.fixture.commit(ChangeSet(u"Put it out of scope"_s).change(before, research));

    const ScopeToSettle scope = overviewOf(bank).scope;

    QCOMPARE(scope.inAll, 1);
    QVERIFY2(scope.listed.first().startsWith(research.number + u" is out of scope"_s),
             qPrintable(scope.listed.first()));
}

void TestOverview::whatBlocksAReleaseIsWhatItsGateSays()
{
    TwoSystems bank;
    AiSystem planned = bank.fraud;
    planned.plannedRelease = QDate::currentDate().addDays(30);
    bank.fixture.commit(ChangeSet(u"Plan the release"_s).change(bank.fraud, planned));
    bank.answer(bank.assessmentOf(bank.fraud), u"5.1.1-1"_s, late(Answer::Met, std::nullopt, 0));
    bank.fixture.commit(*planClose(*bank.reader(), bank.catalogue, planned, bank.occasion()));
    bank.fixture.commit(*planStart(*bank.reader(), *bank.catalogue, planned, bank.occasion()));
    ApplicabilityDecision decision;
    decision.assessment = bank.assessmentOf(bank.fraud);
    decision.item = u"5.1.2-4"_s;
    decision.id = applicabilityDecisionId(decision.assessment, decision.item);
    decision.reason = u"Nobody needs it."_s;
    decision.decidedBy = bank.fixture->actor();
    decision.decidedOn = QDate::currentDate();
    bank.fixture.commit(ChangeSet(u"Decide"_s).create(decision));

    const Blockers blockers = overviewOf(bank).blockers;

    QHash<QString, Lack> listed;
    for (const OpenItem &item : blockers.listed)
        listed.insert(item.item, item.lack);
    const auto gate = whatBlocks(bank.checklist(planned), Requirement::Shall);
    QCOMPARE(blockers.inAll, int(gate.size()));
    QCOMPARE(blockers.listed.size(), gate.size());
    QCOMPARE(listed.value(u"5.1.1-1"_s), Lack::Confirmation);
    QCOMPARE(listed.value(decision.item), Lack::Approval);
}

void TestOverview::ofAClosedAssessmentTheCommonAnswersBlockAsTheyWereAtTheClosing()
{
    TwoSystems bank;
    const Platform shared{
        Id<Platform>::generate(bank.fixture.clock()), u"A shared one"_s, PlatformKind::Platform, {}, {}};
    Assessment before = newAssessment(*bank.catalogue, shared, bank.occasion());
    before.closedOn = TwoSystems::today;
    Assessment following = newAssessment(*bank.catalogue, shared, bank.occasion());
    following.previous = before.id;
    AiSystem planned = bank.fraud;
    planned.plannedRelease = QDate::currentDate().addDays(30);
    ChangeSet changes(u"Answer for all"_s);
    changes.create(shared).create(before).create(following).change(bank.fraud, planned);
    QList<Response> unconfirmed;
    for (const Item &item : bank.catalogue->items()) {
        Response response;
        response.id = responseId(following.id, item.id);
        response.assessment = following.id;
        response.item = item.id;
        response.answer = Answer::Met;
        response.carried = true;
        changes.create(response);
        unconfirmed.append(response);
    }
    bank.fixture.commit(changes);
    bank.fixture.commit(*planTakingOver(*bank.reader(), planned, shared, TakingOver::Begins));
    bank.fixture.commit(*planClose(*bank.reader(), bank.catalogue, planned, bank.occasion()));
    ChangeSet confirming(u"Confirm"_s);
    for (const Response &each : std::as_const(unconfirmed)) {
        Response confirmed = each;
        confirmed.carried = false;
        confirming.change(each, confirmed);
    }
    bank.fixture.commit(confirming);

    const Blockers blockers = overviewOf(bank).blockers;

    const auto gate = whatBlocks(bank.checklist(planned), Requirement::Shall);
    const auto lacks = [](const OpenItem &item) {
        return item.lack == Lack::Confirmation;
    };
    QVERIFY(std::ranges::any_of(blockers.listed, lacks));
    QCOMPARE(blockers.listed.size(), gate.size());
    QCOMPARE(blockers.inAll, int(gate.size()));
}

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
