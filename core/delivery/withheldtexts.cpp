#include "core/delivery/withheldtexts.h"

#include "core/storage/bulkread.h"

#include <QMap>

#include <algorithm>
#include <tuple>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

const QString readLastWithheld =
    u"SELECT COALESCE(MAX(sequence), 0) FROM journal_part WHERE body IS NULL AND position > 0"_s;
const QString readLastTold = u"SELECT entity_type, entity_id, MAX(sequence) FROM journal_part "
                             "WHERE body IS NOT NULL AND position > 0 GROUP BY entity_type, entity_id"_s;

}

Result<QList<ToldRow>> rowsWithoutProvenEnd(const Connection &connection, const RecordRows &rows)
{
    const auto withheld = connection.single(readLastWithheld);
    if (!withheld)
        return tl::unexpected(withheld.error());
    QList<ToldRow> found;
    const auto read = readInBulk(connection, readLastTold, {}, [&](const BulkRow &row) {
        const ToldRow told{row.string(0), row.string(1)};
        if (row.integer(2) <= withheld->toLongLong() && rows.of(told.table).contains(told.id))
            found.append(told);
    });
    if (!read)
        return tl::unexpected(read.error());
    std::ranges::sort(found, {}, [](const ToldRow &row) { return std::tie(row.table, row.id); });
    return found;
}

QString kindsInWords(const QList<ToldRow> &rows)
{
    QMap<QString, qint64> counts;
    for (const auto &row : rows)
        ++counts[row.table];
    QStringList words;
    for (auto kind = counts.cbegin(); kind != counts.cend(); ++kind)
        words.append(fieldLabel(QLatin1StringView(kind.key().toLatin1())) + u' ' +
                     QString::number(kind.value()));
    return words.join(", "_L1);
}

}
