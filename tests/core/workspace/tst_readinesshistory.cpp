#include "core/assessment/inheritance.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/evidence/evidenceuse.h"
#include "core/journal/journal.h"
#include "core/sample/largeworkspace.h"
#include "core/sample/sampleworkspace.h"
#include "core/sample/storyclock.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/readinesshistory.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/registration.h"
#include "core/workspace/workspace.h"
#include "core/workspace/writer.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

template <class T>
T orFail(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(*result);
}

/// A workspace in which days pass.
class Days
{
public:
    explicit Days(QDate first)
        : catalogue(orFail(shippedCatalogue()))
    {
        begin(first);
        workspace = orFail(Workspace::create(m_dir.filePath(u"Nordbank.plimsoll"_s),
                                             {.organisation = u"Nordbank"_s,
                                              .timeZone = u"Europe/Berlin"_s,
                                              .personName = u"Ana Ruiz"_s,
                                              .personAddress = {},
                                              .personFunction = {}},
                                             m_clock));
    }

    void begin(QDate day) { m_clock.set(QDateTime(day, QTime(10, 0), Qt::UTC)); }
    void beginAt(const QDateTime &moment) { m_clock.set(moment); }
    [[nodiscard]] QDate today() const { return workspace->today(); }

    void commit(const ChangeSet &changes) { orFail(workspace->commitAndWait(changes)); }

    /// What the overview says today.
    [[nodiscard]] ReadinessPoint seen() const { return pointOf(orFail(readOverview(*workspace, catalogue))); }
    [[nodiscard]] ReadinessHistory history() const
    {
        return orFail(readReadinessHistory(*workspace, *catalogue, seen()));
    }

    AiSystem aSystem(const QString &name)
    {
        const auto reader = orFail(workspace->reader());
        Registration registration;
        registration.preset = u"predictive-fine-tuned"_s;
        registration.system.name = name;
        registration.system.number = name;
        registration.system.plannedRelease = today().addDays(30);
        const auto changes = orFail(
            planRegistration(*reader, *catalogue, registration, {today(), workspace->actor(), m_clock}));
        commit(changes);
        const auto found = orFail(Repository<AiSystem>(*reader).where(&AiSystem::number, name));
        return found.first();
    }

    [[nodiscard]] Id<Assessment> assessmentOf(const AiSystem &system) const
    {
        return orFail(currentAssessment(*orFail(workspace->reader()), system.id))->id;
    }

    [[nodiscard]] Response response(const AiSystem &system, const QString &item, Answer answer) const
    {
        Response response;
        response.assessment = assessmentOf(system);
        response.item = item;
        response.id = responseId(response.assessment, item);
        response.answer = answer;
        if (answer != Answer::Met)
            response.rationale = u"Half of the teams."_s;
        return response;
    }

    [[nodiscard]] StoryClock &clock() { return m_clock; }

    std::shared_ptr<const Catalogue> catalogue;

private:
    StoryClock m_clock;
    QTemporaryDir m_dir;

public:
    std::unique_ptr<Workspace> workspace;
};

const QDate march(2026, 3, 2);

}

class TestReadinessHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysAreFewAndEndToday_data();
    void daysAreFewAndEndToday();
    void aDayIsCountedAsTheOverviewCountedIt();
    void anApprovalOfADayToComeCountsFromThatDayOn();
    void theSampleCountsAsItsOverviewDoes();
    void aDayIsCountedAsTheRecordUndoneUpToItCounts();
    void aThousandAnswersCountAsTheOverviewDoes();
    void aDayEndsAtMidnightInTheWorkspacesOwnTimeZone();
    void aWorkspaceOfTodayHasNoPast();
    void nothingIsShownBeforeAnythingIsDue();
    void theReadingCanBeStopped();
};

void TestReadinessHistory::daysAreFewAndEndToday_data()
{
    QTest::addColumn<int>("past");
    QTest::addColumn<qsizetype>("count");
    QTest::addRow("today") << 0 << qsizetype(1);
    QTest::addRow("a week") << 7 << qsizetype(8);
    QTest::addRow("a month") << 31 << qsizetype(32);
    QTest::addRow("two months") << 61 << qsizetype(9);
    QTest::addRow("a year") << 365 << qsizetype(53);
    QTest::addRow("two years") << 731 << qsizetype(25);
    QTest::addRow("ten years") << 3653 << qsizetype(37);
}

void TestReadinessHistory::daysAreFewAndEndToday()
{
    QFETCH(int, past);
    QFETCH(qsizetype, count);
    const QDate today(2026, 11, 21);

    const auto days = readinessDays(today.addDays(-past), today);

    QCOMPARE(days.size(), count);
    QCOMPARE(days.last(), today);
    QVERIFY(std::is_sorted(days.cbegin(), days.cend()));
    QVERIFY(days.first() >= today.addDays(-past));
}

void TestReadinessHistory::aDayIsCountedAsTheOverviewCountedIt()
{
    Days days(march);
    QList<ReadinessPoint> seen;
    QDate day = march;
    const auto dayEnds = [&] {
        seen.append(days.seen());
        day = day.addDays(1);
        days.begin(day);
    };

    const AiSystem fraud = days.aSystem(u"Fraud scoring"_s);
    dayEnds();
    const Response first = days.response(fraud, u"5.1.1-1"_s, Answer::PartlyMet);
    days.commit(ChangeSet(u"Answer"_s).create(first).create(days.response(fraud, u"5.1.2-1"_s, Answer::Met)));
    dayEnds();
    Response better = first;
    better.answer = Answer::Met;
    days.commit(ChangeSet(u"Answer"_s).change(first, better));
    Evidence draft;
    draft.id = Id<Evidence>::generate(days.clock());
    draft.title = u"Draft policy"_s;
    draft.originalName = u"policy.md"_s;
    draft.url = u"https://example.org/policy"_s;
    days.commit(ChangeSet(u"Attach"_s)
                    .create(draft)
                    .create(EvidenceUse{evidenceUseId(draft.id, first.assessment, first.item), draft.id,
                                        first.assessment, first.item}));
    dayEnds();
    Evidence approved = draft;
    approved.state = DocumentState::Approved;
    days.commit(ChangeSet(u"Approve"_s).change(draft, approved));
    dayEnds();
    const auto reader = orFail(days.workspace->reader());
    auto facts = orFail(Repository<FactAnswer>(*reader).where(&FactAnswer::system, fraud.id));
    ChangeSet turned(u"Answer facts"_s);
    for (const FactAnswer &fact : std::as_const(facts)) {
        FactAnswer other = fact;
        other.holds = !fact.holds;
        turned.change(fact, other);
    }
    days.commit(turned);
    dayEnds();
    days.commit(inverse(turned, u"Take back"_s));
    dayEnds();
    const AiSystem chatbot = days.aSystem(u"Chatbot"_s);
    dayEnds();
    AiSystem outside = orFail(Repository<AiSystem>(*reader).find(chatbot.id)).value();
    const AiSystem inside = outside;
    outside.outOfScope = true;
    outside.outOfScopeReason = u"Research only."_s;
    outside.outOfScopeApprover = days.workspace->actor();
    outside.outOfScopeReviewOn = day.addDays(90);
    days.commit(ChangeSet(u"Take out"_s).change(inside, outside));
    dayEnds();
    days.commit(ChangeSet(u"Withdraw"_s).remove(better));
    dayEnds();
    const Response outOfPlace = days.response(fraud, u"5.1.4-1"_s, Answer::NotApplicable);
    days.commit(ChangeSet(u"Say that it does not apply"_s).create(outOfPlace));
    dayEnds();
    Response settled = outOfPlace;
    settled.approver = days.workspace->actor();
    days.commit(ChangeSet(u"Approve that"_s).change(outOfPlace, settled));
    dayEnds();
    const Occasion occasion{day, days.workspace->actor(), days.clock()};
    days.commit(orFail(planClose(*reader, days.catalogue, fraud, occasion)));
    dayEnds();
    days.commit(turned);
    dayEnds();
    QCOMPARE(seen.last().shall, seen.at(seen.size() - 2).shall);
    days.commit(orFail(planStart(*reader, *days.catalogue, fraud, occasion)));
    dayEnds();
    QVERIFY(seen.last().shall != seen.at(seen.size() - 2).shall);

    QCOMPARE(days.history().points, seen);
    QCOMPARE(days.history().redacted, 0);
}

void TestReadinessHistory::anApprovalOfADayToComeCountsFromThatDayOn()
{
    Days days(march);
    const AiSystem fraud = days.aSystem(u"Fraud scoring"_s);
    const Response met = days.response(fraud, u"5.1.1-1"_s, Answer::Met);
    Evidence policy;
    policy.id = Id<Evidence>::generate(days.clock());
    policy.title = u"Policy"_s;
    policy.url = u"https://example.org/policy"_s;
    policy.state = DocumentState::Approved;
    policy.approvedBy = u"Ana Ruiz"_s;
    policy.approvedOn = march.addDays(2);
    const auto use = evidenceUseId(policy.id, met.assessment, met.item);
    days.commit(ChangeSet(u"Answer"_s)
                    .create(met)
                    .create(policy)
                    .create(EvidenceUse{use, policy.id, met.assessment, met.item}));

    QList<ReadinessPoint> seen;
    QList<int> drafts;
    for (int day = 0; day < 4; ++day) {
        days.begin(march.addDays(day));
        const Overview overview = orFail(readOverview(*days.workspace, days.catalogue));
        seen.append(pointOf(overview));
        drafts.append(overview.evidence.of(Freshness::Draft));
    }

    QCOMPARE(seen.at(1).shall.partlyMet, 1);
    QCOMPARE(seen.at(2).shall.met, 1);
    QCOMPARE(drafts, (QList{1, 1, 0, 0}));
    QCOMPARE(days.history().points, seen.first(3));
}

void TestReadinessHistory::theSampleCountsAsItsOverviewDoes()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"Sample.plimsoll"_s);
    QVERIFY(makeSampleWorkspace(folder, SystemClock()));
    const SystemClock system;
    const auto catalogue = orFail(shippedCatalogue());
    const FixedClock later(system.now().addDays(400));
    const auto then = orFail(Workspace::open(folder, Workspace::Access::ReadOnly, later));

    const auto now = pointOf(orFail(readOverview(*then, catalogue)));

    const auto history = orFail(readReadinessHistory(*then, *catalogue, now));

    QCOMPARE(history.points.last().shall, now.shall);
    QCOMPARE(history.points.last().should, now.should);
    QVERIFY(now.shall.met > 0);
    QVERIFY(history.points.size() > 3);
    QVERIFY(history.points.first().shall.met < now.shall.met);
}

/// Every entry of the sample's journal is undone in the rows themselves, and the overview asked at the end of
/// each day. Writes around the workspace, whose rules forbid some of it.
void TestReadinessHistory::aDayIsCountedAsTheRecordUndoneUpToItCounts()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"Sample.plimsoll"_s);
    QVERIFY(makeSampleWorkspace(folder, SystemClock()));
    const SystemClock system;
    const auto catalogue = orFail(shippedCatalogue());
    const auto workspace = orFail(Workspace::open(folder, Workspace::Access::ReadOnly, system));
    const auto overview = [&] {
        return pointOf(orFail(readOverview(*workspace, catalogue)));
    };
    const auto counted = orFail(readReadinessHistory(*workspace, *catalogue, overview())).points;
    QVERIFY(counted.size() > 3);
    JournalWindow whole;
    whole.limit = 100'000;
    const auto journal = orFail(entries(*orFail(workspace->reader()), recordSchema(), whole));
    const auto connection =
        orFail(Connection::open(folder + u"/workspace.db"_s, Connection::Mode::ReadWrite));
    const Writer writer(*connection, recordSchema(), {}, system);
    const QTimeZone zone(workspace->profile().timeZone.toLatin1());
    const auto somebody = journal.first().header.actor;

    auto entry = journal.cbegin();
    for (auto point = counted.crbegin(); point != counted.crend(); ++point) {
        for (; entry->header.at.toTimeZone(zone).date() > point->day; ++entry) {
            ChangeSet done(entry->label);
            done.edits = entry->edits;
            orFail(writer.commit(inverse(done, u"Undo"_s), {somebody, {}, {}}));
        }
        const ReadinessPoint then = overview();
        QCOMPARE(point->shall, then.shall);
        QCOMPARE(point->should, then.should);
    }
    QVERIFY(counted.first() != counted.last());
}

void TestReadinessHistory::aThousandAnswersCountAsTheOverviewDoes()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"Large.plimsoll"_s);
    const SystemClock system;
    QVERIFY(makeLargeWorkspace(folder, {.systems = 40, .answered = 0.7}, system));
    const auto catalogue = orFail(shippedCatalogue());
    const FixedClock later(system.now().addDays(2));
    const auto then = orFail(Workspace::open(folder, Workspace::Access::ReadOnly, later));

    const auto now = pointOf(orFail(readOverview(*then, catalogue)));

    const auto history = orFail(readReadinessHistory(*then, *catalogue, now));

    QCOMPARE(history.points.last(), (ReadinessPoint{now.day.addDays(-1), now.shall, now.should}));
}

void TestReadinessHistory::aDayEndsAtMidnightInTheWorkspacesOwnTimeZone()
{
    Days days(march);
    const AiSystem fraud = days.aSystem(u"Fraud scoring"_s);
    days.beginAt(QDateTime(march, QTime(22, 59), Qt::UTC)); // 23:59 in Berlin
    days.commit(ChangeSet(u"Answer"_s).create(days.response(fraud, u"5.1.1-1"_s, Answer::Met)));
    days.beginAt(QDateTime(march, QTime(23, 1), Qt::UTC)); // 00:01 of the next day
    days.commit(ChangeSet(u"Answer"_s).create(days.response(fraud, u"5.1.2-1"_s, Answer::Met)));
    days.begin(march.addDays(2));

    const auto points = days.history().points;

    QCOMPARE(points.size(), 2);
    QCOMPARE(points[0].day, march);
    QCOMPARE(points[0].shall.met, 1);
    QCOMPARE(points[1].shall.met, 2);
}

void TestReadinessHistory::aWorkspaceOfTodayHasNoPast()
{
    Days days(march);
    days.aSystem(u"Fraud scoring"_s);

    QCOMPARE(days.history().points.size(), 0);
}

void TestReadinessHistory::nothingIsShownBeforeAnythingIsDue()
{
    Days days(march);
    days.begin(march.addDays(5));
    days.aSystem(u"Fraud scoring"_s);
    days.begin(march.addDays(7));

    const auto points = days.history().points;

    QCOMPARE(points.size(), 2);
    QCOMPARE(points.first().day, march.addDays(5));
}

void TestReadinessHistory::theReadingCanBeStopped()
{
    Days days(march);
    days.aSystem(u"Fraud scoring"_s);
    days.begin(march.addDays(2));

    const auto history = readReadinessHistory(*days.workspace, *days.catalogue, days.seen(),
                                              [](qint64, qint64, const QString &) { return false; });

    QVERIFY(!history);
    QCOMPARE(history.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestReadinessHistory)
#include "tst_readinesshistory.moc"
