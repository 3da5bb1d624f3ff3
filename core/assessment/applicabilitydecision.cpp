#include "core/assessment/applicabilitydecision.h"

#include "core/assessment/reason.h"

namespace plimsoll {

bool counts(const ApplicabilityDecision &decision)
{
    return decision.applies || (decision.approver && isReason(decision.reason));
}

}
