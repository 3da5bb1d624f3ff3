#include "core/workspace/recordrules.h"

#include "core/assessment/assessmentrules.h"

namespace plimsoll {

QList<Rule> recordRules()
{
    return {closedAssessmentsStayAsTheyAre};
}

}
