#include "core/evidence/freshness.h"

#include <numeric>

namespace plimsoll {

Freshness freshnessOf(DocumentState state, const std::optional<QDate> &validUntil, QDate today)
{
    if (state == DocumentState::Draft)
        return Freshness::Draft;
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
