#include "core/workspace/unsettled.h"

#include "core/storage/bulkread.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

/// Only an assessment that follows another holds carried answers: of the others no row is looked at, as long
/// as the engine begins with the assessments, which the cross join has it do.
constexpr auto carriedSql = "SELECT r.assessment, r.item FROM assessment a CROSS JOIN response r "
                            "WHERE r.assessment = a.id AND a.previous IS NOT NULL AND r.carried "
                            "AND r.answer <> 'not-answered'"_L1;
constexpr auto reliancesSql = "SELECT assessment, item FROM reliance WHERE carried"_L1;

}

Done readUnsettled(const Connection &connection, const Catalogue &catalogue, const Numbers &assessments,
                   const Numbers &items, Standpoint &point)
{
    const auto note = [&](const BulkRow &row, QSet<qint64> &places) {
        const int assessment = assessments.of(row.text(0));
        const int item = items.of(row.text(1));
        if (assessment >= 0 && item >= 0)
            places.insert(qint64(Standpoint::place(catalogue, assessment, item)));
    };
    if (auto done =
            readInBulk(connection, carriedSql, {}, [&](const BulkRow &row) { note(row, point.carried); });
        !done)
        return done;
    return readInBulk(connection, reliancesSql, {},
                      [&](const BulkRow &row) { note(row, point.carriedReliances); });
}

}
