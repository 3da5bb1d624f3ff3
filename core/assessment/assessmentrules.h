#pragma once

#include "core/storage/rule.h"

namespace plimsoll {

/// Refuses any change to a closed assessment and to what belongs to it: responses, applicability decisions,
/// reliances, uses of evidence. Closing is what an audit relies on.
Done closedAssessmentsStayAsTheyAre(const ChangeSet &changeSet, const Connection &connection);

/// Whether the edit leaves an assessment closed, which nothing takes back.
bool closesAnAssessment(const Edit &edit);

/// Refuses to remove a platform while a system takes its answers over, and to take over those of a removed
/// one: answers would vanish without anybody noticing.
Done removedPlatformsAnswerNobody(const ChangeSet &changeSet, const Connection &connection);

}
