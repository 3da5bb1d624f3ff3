#include "core/assessment/inheritance.h"
#include "core/assessment/reliance.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/evidence/evidenceuse.h"
#include "core/inventory/assetlink.h"
#include "core/responsibility/roleassignment.h"
#include "core/sample/largeworkspace.h"
#include "core/sample/sampleworkspace.h"
#include "core/workspace/commonanswers.h"
#include "core/workspace/recordrewind.h"
#include "core/workspace/standings.h"
#include "tests/support/workspacefixture.h"

#include <QtTest>

#include <random>

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

/// Puts together small records by chance, the same chance for the same seed: everything on which counts
/// depend.
class Dice
{
public:
    Dice(WorkspaceFixture &fixture, const Catalogue &catalogue, unsigned seed)
        : m_fixture(fixture)
        , m_catalogue(catalogue)
        , m_numbers(seed)
    {
    }

    void throwSystems(int count)
    {
        throwParties();
        throwPlatforms();
        for (int i = 0; i < count; ++i)
            throwSystem(i);
    }

private:
    template <class T>
    Id<T> id()
    {
        return Id<T>::generate(m_fixture.clock());
    }
    size_t below(size_t bound) { return m_numbers() % bound; }
    bool sometimes() { return below(3) == 0; }

    void throwParties()
    {
        ChangeSet changes(u"Parties"_s);
        for (const auto kind : {PartyKind::Unit, PartyKind::Supplier, PartyKind::Customer}) {
            Party party{id<Party>(), u"Party %1"_s.arg(int(kind)), kind, {}, {}};
            m_parties.append(party.id);
            changes.create(party);
        }
        m_fixture.commit(changes);
    }

    void throwPlatforms()
    {
        for (int i = 0; i < 3; ++i) {
            ChangeSet changes(u"Platform"_s);
            Platform platform{id<Platform>(), u"Platform %1"_s.arg(2 - i), PlatformKind::Platform, {}, {}};
            if (i == 2)
                platform.removedAt = m_fixture.clock().now();
            changes.create(platform);
            if (!platform.removedAt) // the record lets nobody take over what a removed one answers
                m_platforms.append(platform.id);
            Assessment assessment = blank();
            assessment.platform = platform.id;
            Assessment before = assessment;
            before.id = id<Assessment>();
            before.closedOn = QDate(2026, 1, 2);
            assessment.previous = before.id;
            changes.create(before).create(assessment);
            m_following.insert(assessment.id);
            throwAnswers(assessment.id, changes);
            m_fixture.commit(changes);
        }
    }

    Assessment blank()
    {
        Assessment assessment;
        assessment.id = id<Assessment>();
        assessment.catalogue = m_catalogue.id();
        assessment.catalogueVersion = m_catalogue.version();
        assessment.startedOn = QDate(2026, 1, 1);
        return assessment;
    }

    void throwAnswers(const Id<Assessment> &assessment, ChangeSet &changes)
    {
        for (const Item &item : m_catalogue.items()) {
            if (below(2) == 0)
                continue;
            Response response;
            response.id = responseId(assessment, item.id);
            response.assessment = assessment;
            response.item = item.id;
            response.answer = Answer(below(5));
            if (sometimes())
                response.rationale = sometimes() ? u" \u00a0\n"_s : u"Because."_s;
            if (sometimes())
                response.approver = m_fixture->actor();
            response.carried = m_following.contains(assessment) && sometimes();
            changes.create(response);
            while (sometimes())
                throwEvidence(response, changes);
        }
    }

    void throwEvidence(const Response &response, ChangeSet &changes)
    {
        Evidence evidence;
        evidence.id = id<Evidence>();
        evidence.title = u"Something"_s;
        evidence.state = below(2) == 0 ? DocumentState::Approved : DocumentState::Draft;
        if (sometimes())
            evidence.approvedOn = m_fixture->today().addDays(int(below(3)) - 1);
        if (sometimes())
            evidence.removedAt = m_fixture.clock().now();
        changes.create(evidence);
        changes.create(EvidenceUse{evidenceUseId(evidence.id, response.assessment, response.item),
                                   evidence.id, response.assessment, response.item});
    }

    void throwSystem(int number)
    {
        AiSystem system;
        system.id = id<AiSystem>();
        system.number = u"AI-%1"_s.arg(number);
        system.name = u"System %1"_s.arg(number);
        if (below(6) == 0)
            system.removedAt = m_fixture.clock().now();
        ChangeSet changes(u"Register"_s);
        changes.create(system);
        throwCircumstances(system, changes);
        if (below(5) != 0) {
            Assessment closed = blank();
            closed.system = system.id;
            closed.closedOn = QDate(2026, 2, 1 + int(below(20)));
            changes.create(closed);
            Assessment other = blank();
            other.system = system.id;
            other.previous = closed.id;
            m_following.insert(other.id);
            if (sometimes())
                other.closedOn = QDate(2026, 2, 1 + int(below(20)));
            changes.create(other);
            const Id<Assessment> chosen = sometimes() ? closed.id : other.id;
            m_pending = chosen;
        }
        // A closed assessment takes no answers: they come in the same change.
        if (!m_pending.isNull())
            throwAnswers(m_pending, changes);
        throwDecisions(changes);
        throwReliances(changes);
        m_pending = {};
        m_fixture.commit(changes);
    }

    void throwCircumstances(const AiSystem &system, ChangeSet &changes)
    {
        for (const Role role : allRoles) {
            for (const auto &party : std::as_const(m_parties)) {
                if (sometimes())
                    changes.create(
                        RoleAssignment{roleAssignmentId(system.id, role, party), system.id, role, party});
            }
        }
        for (const Fact &fact : m_catalogue.facts()) {
            if (sometimes())
                changes.create(FactAnswer{
                    factAnswerId(system.id, fact.id), system.id, fact.id, below(2) == 0, {}, {}, {}});
        }
        for (const Event &event : m_catalogue.events()) {
            if (sometimes())
                changes.create(SystemEvent{id<SystemEvent>(),
                                           system.id,
                                           event.id,
                                           m_fixture->today().addDays(int(below(3)) - 1),
                                           {}});
        }
        while (sometimes()) {
            Asset asset;
            asset.id = id<Asset>();
            asset.kind = AssetKind(below(4));
            asset.name = u"Asset"_s;
            asset.usedForTraining = sometimes();
            asset.sharedWithOthers = sometimes();
            asset.sensitivity = Sensitivity(below(5));
            if (sometimes())
                asset.supplier = m_parties.first();
            changes.create(asset);
            AssetLink link;
            link.id = id<AssetLink>();
            link.system = system.id;
            link.asset = asset.id;
            changes.create(link);
        }
        for (const auto &platform : std::as_const(m_platforms)) {
            if (sometimes())
                changes.create(Inheritance{inheritanceId(system.id, platform), system.id, platform});
        }
    }

    void throwDecisions(ChangeSet &changes)
    {
        for (const Item &item : m_catalogue.items()) {
            if (m_pending.isNull() || below(8) != 0)
                continue;
            ApplicabilityDecision decision;
            decision.id = applicabilityDecisionId(m_pending, item.id);
            decision.assessment = m_pending;
            decision.item = item.id;
            decision.applies = sometimes();
            decision.reason = sometimes() ? u"."_s : u"Because."_s;
            if (!sometimes())
                decision.approver = m_fixture->actor();
            decision.decidedBy = m_fixture->actor();
            decision.decidedOn = QDate(2026, 3, 1);
            decision.carried = m_following.contains(m_pending) && sometimes();
            changes.create(decision);
        }
    }

    void throwReliances(ChangeSet &changes)
    {
        for (const Item &item : m_catalogue.items()) {
            if (m_pending.isNull() || below(3) != 0)
                continue;
            Reliance reliance;
            reliance.id = relianceId(m_pending, item.id);
            reliance.assessment = m_pending;
            reliance.item = item.id;
            reliance.party = m_parties.at(qsizetype(below(size_t(m_parties.size()))));
            reliance.carried = m_following.contains(m_pending) && sometimes();
            changes.create(reliance);
        }
    }

    WorkspaceFixture &m_fixture;
    const Catalogue &m_catalogue;
    std::mt19937 m_numbers;
    QList<Id<Party>> m_parties;
    QList<Id<Platform>> m_platforms;
    Id<Assessment> m_pending;
    QSet<Id<Assessment>> m_following; ///< another assessment
};

}

class tst_Standings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalogue = orFail(shippedCatalogue()); }

    void theSampleStandsAsItsChecklistsSay()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"Sample.plimsoll"_s);
        const SystemClock clock;
        QVERIFY(makeSampleWorkspace(folder, SystemClock()));
        const auto workspace = orFail(Workspace::open(folder, Workspace::Access::ReadOnly, clock));

        compare(*workspace, 3);
    }

    void manySystemsStandAsTheirChecklistsSay()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"Large.plimsoll"_s);
        const SystemClock clock;
        QVERIFY(makeLargeWorkspace(folder, {.systems = 40, .answered = 0.5}, clock));
        const auto workspace = orFail(Workspace::open(folder, Workspace::Access::ReadOnly, clock));

        compare(*workspace, 40);
    }

    void systemsThrownByChanceStandAsTheirChecklistsSay_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void systemsThrownByChanceStandAsTheirChecklistsSay()
    {
        QFETCH(unsigned, seed);
        WorkspaceFixture fixture;

        Dice(fixture, *m_catalogue, seed).throwSystems(12);

        compare(fixture.workspace(), 4);
    }

    void aSystemWithNothingRecordedStandsUnanswered()
    {
        WorkspaceFixture fixture;
        const AiSystem system = fixture.aSystem(u"Fraud scoring"_s);

        const auto standings = orFail(readStandings(fixture.workspace(), *m_catalogue));

        QCOMPARE(standings.size(), 1u);
        QCOMPARE(standings.front().id, system.id);
        QCOMPARE(rollUpOf(*m_catalogue, standings.front()).whole.shall.met, 0);
        QVERIFY(rollUpOf(*m_catalogue, standings.front()).whole.shall.notAnswered > 0);
    }

    void anEventCountsFromItsDayOn()
    {
        WorkspaceFixture fixture;
        const AiSystem system = fixture.aSystem(u"Fraud scoring"_s);
        const QDate today = fixture->today();
        const QString item = u"5.2.5-1"_s;
        const int ordinal = m_catalogue->item(item)->ordinal;
        fixture.commit(ChangeSet(u"Plan the release"_s)
                           .create(SystemEvent{Id<SystemEvent>::generate(fixture.clock()),
                                               system.id,
                                               u"release"_s,
                                               today.addDays(1),
                                               {}}));
        RecordRewind rewind(*m_catalogue);
        QVERIFY(rewind.begin(*orFail(fixture->reader())));
        const auto told = [&](QDate day) {
            Standpoint point = rewind.standpoint(day);
            stand(*m_catalogue, point);
            return point.systems.front().items.at(ordinal).standing();
        };
        const auto shown = [&](QDate day) {
            return orFail(readChecklist(*orFail(fixture->reader()), m_catalogue, system.id, day))
                .line(item)
                ->standing();
        };

        QCOMPARE(
            orFail(readStandings(fixture.workspace(), *m_catalogue)).front().items.at(ordinal).standing(),
            Standing::Waiting);
        QCOMPARE(shown(today), Standing::Waiting);
        QCOMPARE(shown(today.addDays(1)), Standing::NotAnswered);
        QCOMPARE(told(today), Standing::Waiting);
        QVERIFY(rewind.isChanged(today.addDays(1)));
        QCOMPARE(told(today.addDays(1)), Standing::NotAnswered);
    }

private:
    /// Equal to the checklist in every item and every count, for each of at least so many systems.
    void compare(const Workspace &workspace, qsizetype atLeast)
    {
        const auto standings = orFail(readStandings(workspace, *m_catalogue));
        const auto connection = orFail(workspace.reader());
        const auto systems = orFail(Repository<AiSystem>(*connection).all());
        const auto present =
            std::count_if(systems.cbegin(), systems.cend(), [](const AiSystem &s) { return !s.removedAt; });

        QCOMPARE(qsizetype(standings.size()), qsizetype(present));
        QVERIFY(present >= atLeast);
        for (const SystemStanding &standing : standings) {
            const auto checklist =
                orFail(readChecklist(*connection, m_catalogue, standing.id, workspace.today()));
            const auto system = orFail(Repository<AiSystem>(*connection).find(standing.id));
            QCOMPARE(standing, standingOf(checklist, *system, outdated(*connection, checklist, *system)));
            QCOMPARE(rollUpOf(*m_catalogue, standing), checklist.rollUp);
        }
    }

    /// Whichever assessments were begun later: of these the bulk reading knows nothing.
    static std::optional<Outdated> outdated(const Connection &connection, const Checklist &checklist,
                                            const AiSystem &system)
    {
        const auto &assessment = checklist.assessment;
        if (!assessment)
            return std::nullopt;
        return whyOutdated(*checklist.catalogue,
                           {assessment->systemVersion, assessment->closedOn, checklist.system.phase,
                            orFail(changedAnswer(connection, checklist, QDate::currentDate()))},
                           system.version, system.phase);
    }

    std::shared_ptr<const Catalogue> m_catalogue;
};

QTEST_GUILESS_MAIN(tst_Standings)
#include "tst_standings.moc"
