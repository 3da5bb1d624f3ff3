#pragma once

#include "core/base/digest.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <vector>

namespace plimsoll {

class EvidenceStore;

/// Whether a stored file is still what was stored.
enum class Integrity {
    Unchanged,
    Changed,  ///< other bytes
    Replaced, ///< no file of the store under its name: a link, even to equal bytes, what lies behind one in
              ///< the place of its folder, a folder, a pipe
    Missing,
    Unreadable, ///< there, but the disk or its rights do not give it back
};

/// What the record remembers of a stored file.
struct Fingerprint
{
    Digest digest;
    qint64 size = 0;

    friend bool operator==(const Fingerprint &, const Fingerprint &) = default;
};

/// Reads the whole file anew. `progress` counts bytes; cancelling is the only refusal.
Result<Integrity> integrityOf(const EvidenceStore &store, const Fingerprint &fingerprint,
                              const Progress &progress = unwatched());

/// The same for many, on every core, in the order asked. `progress` counts bytes of all.
Result<std::vector<Integrity>> integrityOf(const EvidenceStore &store,
                                           const std::vector<Fingerprint> &fingerprints,
                                           const Progress &progress = unwatched());

}
