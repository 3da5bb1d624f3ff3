#include "core/evidence/freshness.h"

#include "core/evidence/approval.h"

#include <numeric>

namespace plimsoll {

Freshness freshnessOf(const Evidence &evidence, QDate today)
{
    if (stateOn(evidence, today) == DocumentState::Draft)
        return Freshness::Draft;
    const auto &validUntil = evidence.validUntil;
    if (!validUntil)
        return Freshness::Ready;
    if (*validUntil < today)
        return Freshness::Lapsed;
    if (*validUntil <= today.addDays(lapsingDays))
        return Freshness::LapsesSoon;
    return *validUntil <= today.addDays(lapsingLaterDays) ? Freshness::LapsesLater : Freshness::Ready;
}

int FreshnessCounts::total() const
{
    return std::accumulate(pieces.cbegin(), pieces.cend(), 0);
}

}
