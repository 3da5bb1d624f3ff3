#include "core/workspace/overview.h"

#include "core/base/calledname.h"
#include "core/storage/bulkread.h"
#include "core/storage/repository.h"
#include "core/workspace/evidenceregister.h"
#include "core/workspace/outofscope.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

constexpr qsizetype longestList = 200;
constexpr qsizetype fewSentences = 3;

/// What can be read while the standings are.
struct Meanwhile
{
    std::vector<DueRow> due;
    QList<LapsingEvidence> lapsing;
    int lapsingInAll = 0;
    int lapsedInAll = 0;
    FreshnessCounts evidence;
};

Done readLapsing(const Connection &connection, QDate today, Meanwhile &meanwhile)
{
    const QString last = today.addDays(lapsingDays).toString(Qt::ISODate);
    const auto take = [&meanwhile, today](const BulkRow &row) {
        LapsingEvidence lapsing{Id<Evidence>::fromText(row.string(0)), row.string(1),
                                QDate::fromString(row.string(2), Qt::ISODate), 0};
        ++(lapsing.validUntil < today ? meanwhile.lapsedInAll : meanwhile.lapsingInAll);
        if (meanwhile.lapsing.size() < longestList)
            meanwhile.lapsing.append(lapsing);
    };
    auto done = readInBulk(connection,
                           u"SELECT e.id, e.title, e.valid_until FROM evidence e "
                           "WHERE e.removed_at IS NULL AND e.valid_until <= ? AND e.state <> 'draft' "
                           "AND (e.approved_on IS NULL OR e.approved_on <= ?) ORDER BY e.valid_until, e.id"_s,
                           {last, today.toString(Qt::ISODate)}, take);
    QList<Id<Evidence>> listed;
    for (const LapsingEvidence &lapsing : std::as_const(meanwhile.lapsing))
        listed.append(lapsing.id);
    const auto served = done ? itemsServedBy(connection, listed) : tl::unexpected(done.error());
    if (!served)
        return tl::unexpected(served.error());
    for (LapsingEvidence &lapsing : meanwhile.lapsing)
        lapsing.uses = served->value(lapsing.id);
    return {};
}

std::optional<QDate> dayIn(const BulkRow &row, int column)
{
    const QDate day = QDate::fromString(row.string(column), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

Done readFreshness(const Connection &connection, QDate today, Meanwhile &meanwhile)
{
    const auto take = [&meanwhile, today](const BulkRow &row) {
        Evidence evidence;
        evidence.state = row.word(0, DocumentState::Draft);
        evidence.validUntil = dayIn(row, 1);
        evidence.approvedOn = dayIn(row, 3);
        const Freshness freshness = freshnessOf(evidence, today);
        meanwhile.evidence.pieces[size_t(freshness)] += int(row.integer(2));
    };
    return readInBulk(connection,
                      u"SELECT state, valid_until, COUNT(*), MAX(approved_on) FROM evidence "
                      "WHERE removed_at IS NULL GROUP BY state, valid_until, approved_on > ?"_s,
                      {today.toString(Qt::ISODate)}, take);
}

Result<Meanwhile> readMeanwhile(const Workspace &workspace, QDate today)
{
    const auto connection = workspace.reader();
    if (!connection)
        return tl::unexpected(connection.error());
    Meanwhile meanwhile;
    auto due = readDue(**connection, today);
    if (!due)
        return tl::unexpected(due.error());
    meanwhile.due = std::move(*due);
    for (const auto read : {readLapsing, readFreshness}) {
        if (auto done = read(**connection, today, meanwhile); !done)
            return tl::unexpected(done.error());
    }
    return meanwhile;
}

Result<ScopeToSettle> readScopeToSettle(const Connection &connection, QDate today)
{
    ScopeToSettle scope;
    const auto systems = Repository<AiSystem>(connection).where(&AiSystem::outOfScope, true);
    if (!systems)
        return tl::unexpected(systems.error());
    for (const AiSystem &system : *systems) {
        const QStringList problems = system.removedAt ? QStringList() : scopeProblems(system, today);
        scope.inAll += int(problems.size());
        scope.listed += problems.first(std::min(problems.size(), fewSentences - scope.listed.size()));
    }
    return scope;
}

OutdatedAssessments outdatedAmong(const SystemStandings &systems)
{
    OutdatedAssessments outdated;
    for (const SystemStanding &system : systems) {
        if (!system.outdated)
            continue;
        ++outdated.inAll;
        if (outdated.listed.size() < fewSentences)
            outdated.listed.append(
                Text::tr("%1: %2").arg(calledName(system.name, system.version), system.outdated->inWords()));
    }
    return outdated;
}

}

QString inWords(const OutdatedAssessments &outdated)
{
    QStringList lines = outdated.listed;
    if (const auto more = outdated.inAll - lines.size(); more > 0)
        lines.append(Text::tr("Other outdated assessments: %1. The page Systems says which.").arg(more));
    return lines.join(u'\n');
}

QString inWords(const ScopeToSettle &scope)
{
    QStringList lines = scope.listed;
    if (const auto more = scope.inAll - lines.size(); more > 0)
        lines.append(Text::tr("Other things to settle of systems out of scope: %1.").arg(more));
    return lines.join(u'\n');
}

Result<Overview> readOverview(const Workspace &workspace, const std::shared_ptr<const Catalogue> &catalogue,
                              const Progress &progress)
{
    const QDate today = workspace.today();
    auto reading =
        std::async(std::launch::async, [&workspace, today] { return readMeanwhile(workspace, today); });
    auto standings = readStandings(workspace, *catalogue, progress);
    auto meanwhile = reading.get();
    if (!standings)
        return tl::unexpected(standings.error());
    if (!meanwhile)
        return tl::unexpected(meanwhile.error());

    Overview overview;
    overview.day = today;
    for (SystemStanding &system : *standings) {
        if (system.outOfScope)
            ++overview.outOfScope;
        else
            overview.systems.push_back(std::move(system));
    }
    auto blocking = std::async(std::launch::async, [&]() -> Result<Blockers> {
        const auto connection = workspace.reader();
        if (!connection)
            return tl::unexpected(connection.error());
        return readBlockers(**connection, catalogue, overview.systems, today);
    });
    overview.outdated = outdatedAmong(overview.systems);
    overview.inAll = sumOf(*catalogue, overview.systems);
    const auto connection = workspace.reader();
    auto overdue = connection ? readOverdue(**connection, *catalogue, overview.systems, meanwhile->due)
                              : tl::unexpected(connection.error());
    auto blockers = blocking.get();
    if (!overdue)
        return tl::unexpected(overdue.error());
    if (!blockers)
        return tl::unexpected(blockers.error());
    auto scope = readScopeToSettle(**connection, today);
    if (!scope)
        return tl::unexpected(scope.error());
    overview.scope = std::move(*scope);
    overview.blockers = std::move(*blockers);
    overview.overdue = std::move(*overdue);
    overview.lapsing = std::move(meanwhile->lapsing);
    overview.lapsingInAll = meanwhile->lapsingInAll;
    overview.lapsedInAll = meanwhile->lapsedInAll;
    overview.evidence = meanwhile->evidence;
    return overview;
}

}
