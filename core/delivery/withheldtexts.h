#pragma once

#include "core/record/recordrows.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// A row of a record that is told in part.
struct ToldRow
{
    QString table;
    QString id;

    friend bool operator==(const ToldRow &, const ToldRow &) = default;
};

/// The rows of an excerpt whose journal withholds a text in the entry that last told of them, or later: it
/// proves what they were by then, but not that they stayed so. Sorted by table and id.
Result<QList<ToldRow>> rowsWithoutProvenEnd(const Connection &connection, const RecordRows &rows);

/// How many of each kind: "Answer 12, Evidence 3".
QString kindsInWords(const QList<ToldRow> &rows);

}
