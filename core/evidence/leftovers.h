#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <QStringList>

#include <set>

namespace plimsoll {

class EvidenceStore;

/// What lies in the folder of the store besides the evidence of the record: paths, sorted.
struct Leftovers
{
    QStringList unreferenced; ///< files of the store that nothing refers to
    QStringList foreign;      ///< things the store never puts there

    [[nodiscard]] QStringList all() const { return unreferenced + foreign; }
};

/// Looks, and removes nothing. A file is stored before the commit that refers to it, so one that is being
/// attached at this moment is among them.
Result<Leftovers> leftoversIn(const EvidenceStore &store, const std::set<Digest> &referenced);

}
