#pragma once

#include "core/workspace/standpoint.h"

namespace plimsoll {

/// The first common answer a closed assessment rests on that counts otherwise on that day, by item. Nothing
/// of an open one. What no platform of the system speaks of any more, as when a take-over ended, counts as
/// not answered.
Result<std::optional<ChangedAnswer>> changedAnswer(const Connection &connection, const Checklist &checklist,
                                                   QDate today);

/// Fills in why the assessments of the standpoint's systems do not speak of them as they are now. `assessed`
/// is by system, `assessmentIds` by the number of the assessment. Of the journal it asks only when the
/// changed answers were changed, each once: platforms are few, systems are not.
Done judgeOutdated(const Connection &connection, const Catalogue &catalogue, std::vector<Assessed> &assessed,
                   const std::vector<std::string> &assessmentIds, Standpoint &point);

}
