#include "core/assessment/applicabilitystatement.h"

#include "core/assessment/reason.h"

namespace plimsoll {

ApplicabilityStatement statementIn(const Response &response)
{
    return {.applies = response.answer != Answer::NotApplicable,
            .isReasoned = isReason(response.rationale),
            .isApproved = response.approver.has_value()};
}

ApplicabilityStatement statementIn(const ApplicabilityDecision &decision)
{
    return {.applies = decision.applies,
            .isReasoned = isReason(decision.reason),
            .isApproved = decision.approver.has_value()};
}

Answer countedAnswer(const Response &response)
{
    return counts(statementIn(response)) ? response.answer : Answer::NotAnswered;
}

}
