#include "core/assessment/applicabilitystatement.h"
#include "core/assessment/reason.h"
#include "core/base/parallel.h"
#include "core/storage/bulkread.h"
#include "core/workspace/closedrecord.h"
#include "core/workspace/commonanswers.h"
#include "core/workspace/decisionsreading.h"
#include "core/workspace/numbers.h"
#include "core/workspace/standpoint.h"
#include "core/workspace/systemcircumstances.h"
#include "core/workspace/unsettled.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Standings)
};

/// Parties of the same name count as one holder.
struct KnownParty
{
    int name = 0;
    bool isOwn = false;
};

/// Everything read, until it is put together.
class Gathering
{
public:
    Gathering(const Workspace &workspace, const Catalogue &catalogue)
        : m_workspace(workspace)
        , m_catalogue(catalogue)
    {
        for (const Item &item : catalogue.items())
            m_items.add(item.id.toStdString(), item.ordinal);
        for (size_t i = 0; i < catalogue.facts().size(); ++i)
            m_facts.add(catalogue.facts()[i].id.toStdString(), int(i));
        for (size_t i = 0; i < catalogue.events().size(); ++i)
            m_events.add(catalogue.events()[i].id.toStdString(), int(i));
        for (const auto &[answer, word] : Words<Answer>::words)
            m_answers.add({word.data(), size_t(word.size())}, int(answer));
    }

    Result<std::vector<SystemStanding>> read(const Progress &progress);

private:
    Done readSystems(const Connection &connection);
    Done readPlatforms(const Connection &connection);
    Done readAssessments(const Connection &connection);
    Done readResponses(const Connection &connection, const QString &from, const QString &until);
    Done readRoles(const Connection &connection);
    Done readFacts(const Connection &connection);
    Done readAssets(const Connection &connection);
    Done readRest(const Connection &connection);
    Done onOwnReader(const std::function<Done(const Connection &)> &read) const;

    const Workspace &m_workspace;
    const Catalogue &m_catalogue;
    Numbers m_items;
    Numbers m_facts;
    Numbers m_events;
    Numbers m_answers;

    Standpoint m_point;
    Numbers m_systemNumbers;
    Numbers m_platformNumbers;

    std::vector<std::string> m_assessmentIds; ///< the current ones, sorted
    Numbers m_assessmentNumbers;
    std::vector<int> m_systemOfAssessment; ///< -1 for those of platforms
    std::vector<Assessed> m_assessed;      ///< by system
};

constexpr auto systemsSql = "SELECT id, number, name, version, phase, out_of_scope, planned_release "
                            "FROM ai_system WHERE removed_at IS NULL ORDER BY number"_L1;
constexpr auto platformsSql = "SELECT id, name FROM platform WHERE removed_at IS NULL"_L1;
constexpr auto assessmentsSql = "SELECT id, system, platform, closed_on, system_version "
                                "FROM assessment ORDER BY id"_L1;
/// Of the few that are said not to apply the rest of the row is looked at, of the others the index alone.
constexpr auto responsesSql =
    "SELECT assessment, item, answer, CASE WHEN answer = 'not-applicable' THEN approver END, "
    "CASE WHEN answer = 'not-applicable' THEN rationale END FROM response "
    "WHERE assessment >= ? AND assessment < ? ORDER BY assessment"_L1;
constexpr auto partiesSql = "SELECT id, name, kind FROM party"_L1;
constexpr auto rolesSql = "SELECT system, role, party FROM role_assignment ORDER BY system"_L1;
constexpr auto factsSql = "SELECT system, fact, holds FROM fact_answer ORDER BY system"_L1;
constexpr auto eventsSql = "SELECT system, event FROM system_event WHERE happened_on <= ? ORDER BY system"_L1;
constexpr auto inheritancesSql = "SELECT i.system, i.platform FROM inheritance i "
                                 "JOIN platform p ON p.id = i.platform ORDER BY p.name, p.id"_L1;
constexpr auto assetsSql =
    "SELECT l.system, a.kind, a.supplier, a.sensitivity, a.origin, a.documentation, a.used_for_training, "
    "a.shared_with_others FROM asset_link l JOIN asset a ON a.id = l.asset WHERE a.removed_at IS NULL "
    "ORDER BY l.system"_L1;
constexpr auto findingsSql = "SELECT assessment, findings, phase FROM closing"_L1;
constexpr auto draftsSql =
    "SELECT u.assessment, u.item FROM evidence_use u JOIN evidence e ON e.id = u.evidence "
    "WHERE e.removed_at IS NULL GROUP BY u.assessment, u.item "
    "HAVING MAX(CASE WHEN e.state = 'draft' OR e.approved_on > ? THEN 0 ELSE 1 END) = 0"_L1; // stateOn()

Done Gathering::readSystems(const Connection &connection)
{
    const auto take = [this](const BulkRow &row) {
        SystemStanding system;
        system.id = Id<AiSystem>::fromText(row.string(0));
        system.number = row.string(1);
        system.name = row.string(2);
        system.version = row.string(3);
        system.phase = row.word(4, LifecyclePhase::Design);
        system.outOfScope = row.integer(5) != 0;
        if (!row.text(6).empty())
            system.plannedRelease = QDate::fromString(row.string(6), Qt::ISODate);
        m_systemNumbers.add(row.text(0), int(m_point.systems.size()));
        m_point.systems.push_back(std::move(system));
    };
    auto done = readInBulk(connection, systemsSql, {}, take);
    m_point.situations.resize(m_point.systems.size());
    m_point.platformsOfSystem.resize(m_point.systems.size());
    m_point.assessmentOfSystem.assign(m_point.systems.size(), -1);
    return done;
}

Done Gathering::readPlatforms(const Connection &connection)
{
    return readInBulk(connection, platformsSql, {}, [this](const BulkRow &row) {
        m_platformNumbers.add(row.text(0), int(m_point.assessmentOfPlatform.size()));
        m_point.assessmentOfPlatform.push_back(-1);
        m_point.platforms.append(row.string(1));
    });
}

/// Of each system and platform the open assessment, else the one closed last; as currentAssessment().
Done Gathering::readAssessments(const Connection &connection)
{
    using Candidate = CurrentAssessment<std::string, std::string>;
    std::vector<Candidate> ofSystem(m_point.systems.size());
    m_assessed.resize(m_point.systems.size());
    std::vector<Candidate> ofPlatform(m_point.assessmentOfPlatform.size());
    const auto take = [&](const BulkRow &row) {
        const bool isOfSystem = !row.text(1).empty();
        const int owner = isOfSystem ? m_systemNumbers.of(row.text(1)) : m_platformNumbers.of(row.text(2));
        if (owner < 0)
            return;
        Candidate &held = isOfSystem ? ofSystem[size_t(owner)] : ofPlatform[size_t(owner)];
        held.consider(std::string(row.text(0)), std::string(row.text(3)));
        if (isOfSystem && held.id == row.text(0)) {
            const QDate closed = QDate::fromString(row.string(3), Qt::ISODate);
            m_assessed[size_t(owner)] = {
                row.string(4), closed.isValid() ? std::optional(closed) : std::nullopt, std::nullopt};
        }
    };
    if (auto done = readInBulk(connection, assessmentsSql, {}, take); !done)
        return done;
    for (const auto *candidates : {&ofSystem, &ofPlatform}) {
        for (const Candidate &candidate : *candidates) {
            if (candidate.isSet)
                m_assessmentIds.push_back(candidate.id);
        }
    }
    std::sort(m_assessmentIds.begin(), m_assessmentIds.end());
    for (size_t i = 0; i < m_assessmentIds.size(); ++i)
        m_assessmentNumbers.add(m_assessmentIds[i], int(i));
    m_systemOfAssessment.assign(m_assessmentIds.size(), -1);
    for (size_t i = 0; i < ofSystem.size(); ++i) {
        const int assessment = m_assessmentNumbers.of(ofSystem[i].id);
        m_point.assessmentOfSystem[i] = assessment;
        if (assessment < 0)
            continue;
        m_systemOfAssessment[size_t(assessment)] = int(i);
        m_point.systems[i].assessment = Id<Assessment>::fromText(QString::fromStdString(ofSystem[i].id));
    }
    std::transform(ofPlatform.cbegin(), ofPlatform.cend(), m_point.assessmentOfPlatform.begin(),
                   [this](const Candidate &held) { return m_assessmentNumbers.of(held.id); });
    m_point.given.assign(m_assessmentIds.size() * m_catalogue.items().size(), Standpoint::noResponse);
    return {};
}

Done Gathering::readResponses(const Connection &connection, const QString &from, const QString &until)
{
    RunOf run(m_assessmentNumbers);
    FollowerOf items(m_items);
    RunOf answers(m_answers);
    return readInBulk(connection, responsesSql, {from, until}, [&](const BulkRow &row) {
        const int assessment = run.number(row.text(0));
        const int item = assessment < 0 ? -1 : items.number(row.text(1));
        const int answer = item < 0 ? -1 : answers.number(row.text(2));
        if (answer < 0)
            return;
        const bool isUncounted =
            Answer(answer) == Answer::NotApplicable && !counts({.applies = false,
                                                                .isReasoned = isReason(row.string(4)),
                                                                .isApproved = !row.text(3).empty()});
        m_point.given[Standpoint::place(m_catalogue, assessment, item)] =
            isUncounted ? Standpoint::unapproved : quint8(answer);
    });
}

Done Gathering::readRoles(const Connection &connection)
{
    Numbers names;
    Numbers partyNumbers;
    std::vector<KnownParty> parties;
    auto done = readInBulk(connection, partiesSql, {}, [&](const BulkRow &row) {
        const int number = int(parties.size());
        names.add(row.text(1), number);
        const PartyKind kind = row.word(2, PartyKind::Other);
        partyNumbers.add(row.text(0), number);
        parties.push_back({names.of(row.text(1)), kind == PartyKind::Own || kind == PartyKind::Unit});
    });
    if (!done)
        return done;
    RunOf run(m_systemNumbers);
    return readInBulk(connection, rolesSql, {}, [&](const BulkRow &row) {
        const int system = run.number(row.text(0));
        const int party = system < 0 ? -1 : partyNumbers.of(row.text(2));
        if (party < 0)
            return;
        const auto [name, isOwn] = parties[size_t(party)];
        auto &holders = m_point.situations[size_t(system)].holders;
        auto holder = std::find_if(holders.begin(), holders.end(),
                                   [name = name](const auto &held) { return held.name == name; });
        if (holder == holders.end()) {
            holders.append({name, isOwn, {}});
            holder = holders.end() - 1;
        }
        holder->roles.insert(row.word(1, Role::Developer));
    });
}

Done Gathering::readFacts(const Connection &connection)
{
    RunOf run(m_systemNumbers);
    FollowerOf facts(m_facts);
    return readInBulk(connection, factsSql, {}, [&](const BulkRow &row) {
        const int system = run.number(row.text(0));
        const int fact = facts.number(row.text(1));
        if (system < 0 || fact < 0)
            return;
        Situation &situation = m_point.situations[size_t(system)];
        (row.integer(2) != 0 ? situation.answeredYes : situation.answeredNo) |= quint64(1) << fact;
    });
}

Done Gathering::readAssets(const Connection &connection)
{
    RunOf run(m_systemNumbers);
    return readInBulk(connection, assetsSql, {}, [&](const BulkRow &row) {
        const int system = run.number(row.text(0));
        if (system < 0)
            return;
        Asset asset;
        asset.kind = row.word(1, asset.kind);
        if (!row.text(2).empty())
            asset.supplier = Id<Party>::fromText(row.string(2));
        asset.sensitivity = row.word(3, asset.sensitivity);
        asset.origin = row.word(4, asset.origin);
        asset.documentation = row.word(5, asset.documentation);
        asset.usedForTraining = row.integer(6) != 0;
        asset.sharedWithOthers = row.integer(7) != 0;
        for (const auto &[fact, because] : factsShownBy(asset)) {
            if (const int number = m_facts.of(fact.toStdString()); number >= 0)
                m_point.situations[size_t(system)].shown |= quint64(1) << number;
        }
    });
}

/// What is rare.
Done Gathering::readRest(const Connection &connection)
{
    std::vector<int> closedWithoutPhase; // by a program that did not write it down apart
    std::optional<Error> damage;
    const QStringList today{m_workspace.today().toString(Qt::ISODate)};
    auto done = readInBulk(connection, eventsSql, today, [this](const BulkRow &row) {
        const int system = m_systemNumbers.of(row.text(0));
        const int event = m_events.of(row.text(1));
        if (system >= 0 && event >= 0)
            m_point.situations[size_t(system)].events |= quint64(1) << event;
    });
    if (done)
        done = readInBulk(connection, inheritancesSql, {}, [this](const BulkRow &row) {
            const int system = m_systemNumbers.of(row.text(0));
            const int platform = m_platformNumbers.of(row.text(1));
            if (system >= 0 && platform >= 0)
                m_point.platformsOfSystem[size_t(system)].push_back(platform);
        });
    if (done)
        done = readDecisions(connection, m_catalogue, {m_assessmentNumbers, m_systemOfAssessment}, m_items,
                             m_point);
    if (done)
        done =
            readInBulk(connection, findingsSql, {}, [this, &damage, &closedWithoutPhase](const BulkRow &row) {
                const int assessment = m_assessmentNumbers.of(row.text(0));
                if (assessment < 0)
                    return;
                if (const int system = m_systemOfAssessment[size_t(assessment)]; system >= 0) {
                    m_assessed[size_t(system)].phase = fromWord<LifecyclePhase>(row.string(2));
                    if (row.text(2).empty())
                        closedWithoutPhase.push_back(assessment);
                }
                const auto findings =
                    findingsFromText(m_catalogue, {row.text(1).data(), qsizetype(row.text(1).size())});
                if (findings)
                    m_point.findings.insert(assessment, *findings);
                else
                    damage = findings.error();
            });
    if (damage)
        return tl::unexpected(*damage);
    for (const int assessment : closedWithoutPhase) {
        const auto id = Id<Assessment>::fromText(QString::fromStdString(m_assessmentIds[size_t(assessment)]));
        const auto phase = phaseAtClosing(connection, id);
        if (!phase)
            return tl::unexpected(phase.error());
        m_assessed[size_t(m_systemOfAssessment[size_t(assessment)])].phase = *phase;
    }
    if (done)
        done = readUnsettled(connection, m_catalogue, m_assessmentNumbers, m_items, m_point);
    if (done)
        done = readInBulk(connection, draftsSql, today, [this](const BulkRow &row) {
            const int assessment = m_assessmentNumbers.of(row.text(0));
            const int item = m_items.of(row.text(1));
            if (assessment >= 0 && item >= 0)
                m_point.onDrafts.insert(qint64(Standpoint::place(m_catalogue, assessment, item)));
        });
    return done;
}

Done Gathering::onOwnReader(const std::function<Done(const Connection &)> &read) const
{
    const auto connection = m_workspace.reader();
    if (!connection)
        return tl::unexpected(connection.error());
    return read(**connection);
}

Result<std::vector<SystemStanding>> Gathering::read(const Progress &progress)
{
    auto done = onOwnReader([this](const Connection &connection) {
        auto read = readSystems(connection);
        if (read)
            read = readPlatforms(connection);
        return read ? readAssessments(connection) : read;
    });
    if (!done)
        return tl::unexpected(done.error());

    const auto half = m_assessmentIds.size() / 2;
    const auto middle = QString::fromStdString(m_assessmentIds.empty() ? "" : m_assessmentIds[half]);
    const std::array<std::function<Done(const Connection &)>, 5> reads{
        [&](const Connection &c) { return readResponses(c, {}, middle); },
        [&](const Connection &c) { return readResponses(c, middle, u"~"_s); },
        [this](const Connection &c) { return readFacts(c); },
        [this](const Connection &c) {
            auto read = readRoles(c);
            return read ? readAssets(c) : read;
        },
        [this](const Connection &c) { return readRest(c); },
    };
    std::array<Done, reads.size()> outcomes;
    const bool isWhole = onEveryCore(
        qsizetype(reads.size()),
        [&](qsizetype part, SharedProgress &shared) {
            outcomes.at(size_t(part)) = onOwnReader(reads.at(size_t(part)));
            ++shared.done;
        },
        progress, qint64(reads.size()), Text::tr("Reading where the systems stand"));
    if (!isWhole)
        return refuse(ErrorCode::Cancelled, Text::tr("Reading where the systems stand was stopped."));
    if (const auto failed = std::ranges::find_if(outcomes, [](const Done &outcome) { return !outcome; });
        failed != outcomes.end())
        return tl::unexpected(failed->error());
    stand(m_catalogue, m_point);
    done = onOwnReader([this](const Connection &c) {
        return judgeOutdated(c, m_catalogue, m_assessed, m_assessmentIds, m_point);
    });
    return done.map([this] { return std::move(m_point.systems); });
}

}

Result<std::vector<SystemStanding>> readStandings(const Workspace &workspace, const Catalogue &catalogue,
                                                  const Progress &progress)
{
    return Gathering(workspace, catalogue).read(progress);
}

}
