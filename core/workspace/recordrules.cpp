#include "core/workspace/recordrules.h"

#include "core/assessment/assessmentrules.h"
#include "core/evidence/issuerules.h"
#include "core/workspace/closingrules.h"
#include "core/workspace/dayrules.h"
#include "core/workspace/namingrules.h"

#include <algorithm>

namespace plimsoll {

QList<Rule> recordRules()
{
    return {closedAssessmentsStayAsTheyAre,
            closingsSayWhatIs,
            evidenceOfClosingsStays,
            whatWasIssuedStays,
            removedPlatformsAnswerNobody,
            daysAreOfOurTime,
            periodsEndAfterTheyBegin,
            namesAreVisible,
            systemsAreToldApart,
            platformsAreNoSystems};
}

bool isForGood(const ChangeSet &changeSet)
{
    return std::any_of(changeSet.edits.cbegin(), changeSet.edits.cend(), [](const Edit &edit) {
        return closesAnAssessment(edit) || entersWhatWasIssued(edit);
    });
}

}
