#include "core/workspace/decisionsreading.h"

#include "core/assessment/applicabilitystatement.h"
#include "core/assessment/reason.h"
#include "core/storage/bulkread.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

constexpr auto decisionsSql =
    "SELECT assessment, item, applies, reason, approver, carried FROM applicability_decision"_L1;

}

Done readDecisions(const Connection &connection, const Catalogue &catalogue,
                   const NumberedAssessments &assessments, const Numbers &items, Standpoint &point)
{
    return readInBulk(connection, decisionsSql, {}, [&](const BulkRow &row) {
        const int assessment = assessments.numbers.of(row.text(0));
        const int system = assessment < 0 ? -1 : assessments.systems[size_t(assessment)];
        if (system < 0)
            return;
        const ApplicabilityStatement statement{.applies = row.integer(2) != 0,
                                               .isReasoned = isReason(row.string(3)),
                                               .isApproved = !row.text(4).empty()};
        if (counts(statement))
            point.situations[size_t(system)].decisions.insert(row.string(1), {statement.applies, {}, {}, {}});
        const int item = items.of(row.text(1));
        if (item < 0)
            return;
        const auto place = qint64(Standpoint::place(catalogue, assessment, item));
        if (!counts(statement))
            point.unapprovedDecisions.insert(place);
        else if (!statement.applies && row.integer(5) != 0)
            point.carriedDecisions.insert(place);
    });
}

}
