#pragma once

#include "core/workspace/evidenceregister.h"
#include "core/workspace/occasion.h"

namespace plimsoll {

/// What it means to take a piece of evidence out of the record.
struct PlannedRemoval
{
    ChangeSet changeSet;
    QList<ServedItem> uses; ///< the items of present assessments it is taken away from
};

/// Plans to take a piece of evidence out of the record, and away from every item it serves. The stored file
/// is left where it is, so that undo brings everything back. Refused, naming it, when a closed assessment
/// rests on it, or when it served a system at the moment something about that system was issued: whoever
/// holds that may ask for it.
Result<PlannedRemoval> planEvidenceRemoval(const Connection &connection, const Id<Evidence> &evidence,
                                           const Occasion &occasion);

}
