#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <set>
#include <vector>

namespace plimsoll {

class EvidenceStore;

/// A file of the store that nothing in the record refers to.
struct UnreferencedFile
{
    Digest digest;
    qint64 size = 0;
    QDateTime storedAt;
};

/// What lies in the folder of the store besides the evidence of the record.
struct Sweep
{
    int temporariesRemoved = 0;
    std::vector<UnreferencedFile> unreferenced;
    QStringList foreign; ///< paths of things the store never puts there
};

/// How long a stored file may wait to be referred to: storing comes first, the commit that refers to it
/// after, and between the two a person may be filling in a table.
constexpr std::chrono::hours graceForUnreferenced{24};

/// Removes what killed programs left half-written, and reports, without removing anything, files that are
/// older than the grace and that nothing refers to, and things that are not of the store.
Result<Sweep> sweep(const EvidenceStore &store, const std::set<Digest> &referenced, const QDateTime &now,
                    std::chrono::seconds grace = graceForUnreferenced);

}
