#include "core/assessment/applicabilitydecision.h"

#include "core/assessment/applicabilitystatement.h"

namespace plimsoll {

bool counts(const ApplicabilityDecision &decision)
{
    return counts(statementIn(decision));
}

}
