#pragma once

#include "core/evidence/arrivals.h"
#include "core/evidence/evidencestore.h"

namespace plimsoll::test {

/// Stores files that no record is to name.
inline Result<std::vector<StoreOutcome>> storeMany(const EvidenceStore &store, const QStringList &files,
                                                   const Progress &progress = unwatched())
{
    const auto atWork = store.beAtWork();
    return atWork ? store.storeMany(files, **atWork, progress) : tl::unexpected(atWork.error());
}

/// Sweeps a store whose files no record is to name.
inline int removeAbandoned(const EvidenceStore &store)
{
    return Arrivals::removeAbandoned(store.folder(), [](const QList<Digest> &) { return true; });
}

}
