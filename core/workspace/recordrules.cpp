#include "core/workspace/recordrules.h"

#include "core/assessment/assessmentrules.h"
#include "core/inventory/systemnames.h"
#include "core/workspace/closingrules.h"
#include "core/workspace/dayrules.h"

namespace plimsoll {

QList<Rule> recordRules()
{
    return {closedAssessmentsStayAsTheyAre,
            closingsSayWhatIs,
            evidenceOfClosingsStays,
            removedPlatformsAnswerNobody,
            daysAreOfOurTime,
            periodsEndAfterTheyBegin,
            systemsAreToldApart};
}

}
