#pragma once

#include "core/inventory/asset.h"
#include "core/workspace/checklist.h"

namespace plimsoll {

/// Fills in, from the record, all on which the applicability of the system's items depends: role holders,
/// fact answers (a person's, else what its assets show), events, and the decisions already on the checklist's
/// lines.
Done readCircumstances(const Connection &connection, QDate today, Checklist &checklist);

/// What one asset of a system shows about it: ids of facts that hold, each with its reason.
QList<std::pair<QString, QString>> factsShownBy(const Asset &asset);

}
