#include "core/workspace/recordrules.h"

#include "core/assessment/assessmentrules.h"
#include "core/workspace/closingrules.h"
#include "core/workspace/dayrules.h"
#include "core/workspace/namingrules.h"

namespace plimsoll {

QList<Rule> recordRules()
{
    return {closedAssessmentsStayAsTheyAre,
            closingsSayWhatIs,
            evidenceOfClosingsStays,
            removedPlatformsAnswerNobody,
            daysAreOfOurTime,
            periodsEndAfterTheyBegin,
            namesAreVisible,
            systemsAreToldApart,
            platformsAreNoSystems};
}

}
