#include "core/workspace/unsettled.h"

#include "core/storage/bulkread.h"
#include "core/workspace/closedrecord.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

/// Only an assessment that follows another holds carried answers: of the others no row is looked at, as long
/// as the engine begins with the assessments, which the cross join has it do.
constexpr auto carriedSql = "SELECT r.assessment, r.item FROM assessment a CROSS JOIN response r "
                            "WHERE r.assessment = a.id AND a.previous IS NOT NULL AND r.carried "
                            "AND r.answer <> 'not-answered'"_L1;
/// What platforms answer is carried only where one of them was assessed anew: else no basis is looked at.
/// That is compared, not asked for NULL, so that the index of the platforms tells it.
constexpr auto basesSql = "SELECT assessment, basis FROM closing WHERE EXISTS "
                          "(SELECT 1 FROM assessment WHERE platform > '' AND previous IS NOT NULL)"_L1;
constexpr std::string_view carriedInBasis = "\"carried\":true"; ///< as canonical JSON has it
constexpr auto reliancesSql = "SELECT assessment, item FROM reliance WHERE carried"_L1;

/// A basis holds the answers of platforms alone: those of the assessment itself are frozen where they are.
Done readCarriedCommon(const Connection &connection, const Catalogue &catalogue, const Numbers &assessments,
                       const Numbers &items, Standpoint &point)
{
    QList<std::pair<int, Id<Assessment>>> resting;
    const auto done = readInBulk(connection, basesSql, {}, [&](const BulkRow &row) {
        const int assessment = assessments.of(row.text(0));
        if (assessment >= 0 && row.text(1).find(carriedInBasis) != std::string_view::npos)
            resting.append({assessment, Id<Assessment>::fromText(row.string(0))});
    });
    if (!done)
        return done;
    for (const auto &[assessment, id] : std::as_const(resting)) {
        const auto unconfirmed = unconfirmedAtClosing(connection, id);
        if (!unconfirmed)
            return tl::unexpected(unconfirmed.error());
        for (const QString &item : *unconfirmed) {
            if (const int number = items.of(item.toStdString()); number >= 0)
                point.carriedCommon.insert(qint64(Standpoint::place(catalogue, assessment, number)));
        }
    }
    return {};
}

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
    if (auto done = readInBulk(connection, reliancesSql, {},
                               [&](const BulkRow &row) { note(row, point.carriedReliances); });
        !done)
        return done;
    return readCarriedCommon(connection, catalogue, assessments, items, point);
}

}
