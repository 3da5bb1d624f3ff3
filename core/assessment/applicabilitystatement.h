#pragma once

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/response.h"

namespace plimsoll {

/// What an answer or a decision states on whether an item applies, as far as it tells whether that counts.
struct ApplicabilityStatement
{
    bool applies = true;     ///< of an answer: it is any other than "not applicable"
    bool isReasoned = false; ///< see isReason()
    bool isApproved = false; ///< an approver is named

    friend bool operator==(const ApplicabilityStatement &, const ApplicabilityStatement &) = default;
};

/// Whether it counts: that an item applies always does, that it does not only with a reason and an approver.
[[nodiscard]] constexpr bool counts(const ApplicabilityStatement &statement)
{
    return statement.applies || (statement.isReasoned && statement.isApproved);
}

[[nodiscard]] ApplicabilityStatement statementIn(const Response &response);
[[nodiscard]] ApplicabilityStatement statementIn(const ApplicabilityDecision &decision);

/// What the answer counts as, its evidence aside: a "not applicable" that does not count as not answered.
[[nodiscard]] Answer countedAnswer(const Response &response);

}
