#include "core/workspace/recordrules.h"

#include "core/assessment/assessmentrules.h"
#include "core/workspace/dayrules.h"

namespace plimsoll {

QList<Rule> recordRules()
{
    return {closedAssessmentsStayAsTheyAre, daysAreOfOurTime, periodsEndAfterTheyBegin};
}

}
