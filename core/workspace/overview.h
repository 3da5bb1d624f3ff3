#pragma once

#include "core/evidence/freshness.h"
#include "core/workspace/openitems.h"

namespace plimsoll {

/// Evidence whose validity ends soon, or has ended. Drafts are left out: they are no evidence yet.
struct LapsingEvidence
{
    Id<Evidence> id;
    QString title;
    QDate validUntil;
    int uses = 0; ///< items it serves, counted as RegisteredEvidence::items

    friend bool operator==(const LapsingEvidence &, const LapsingEvidence &) = default;
};

/// Systems whose assessment does not speak of them as they are now: a sentence each that names the system.
struct OutdatedAssessments
{
    QStringList listed;
    int inAll = 0;
};

/// The listed ones, and how many there are besides.
QString inWords(const OutdatedAssessments &outdated);

/// What is open about systems out of scope, see scopeProblems(): a sentence each that names the system.
struct ScopeToSettle
{
    QStringList listed;
    int inAll = 0;
};

QString inWords(const ScopeToSettle &scope);

/// Where everything stands at one look. Lists are as long as people read; the numbers beside them say how
/// many there are in all.
struct Overview
{
    QDate day;               ///< on which it was read: what is late or lapses is so on this day
    SystemStandings systems; ///< in scope
    int outOfScope = 0;
    ScopeToSettle scope;
    RollUp inAll; ///< sums of the counts of the systems in scope
    Blockers blockers;
    OpenItems overdue;
    OutdatedAssessments outdated;
    QList<LapsingEvidence> lapsing; ///< lapsed ones first
    int lapsingInAll = 0;           ///< within the days to come
    int lapsedInAll = 0;
    FreshnessCounts evidence;
};

Result<Overview> readOverview(const Workspace &workspace, const std::shared_ptr<const Catalogue> &catalogue,
                              const Progress &progress = unwatched());

}
