#pragma once

#include "core/base/progress.h"
#include "core/journal/journal.h"

#include <vector>

namespace plimsoll {

/// The answer to one question asked of the record: whether it holds, and if not, what breaks it.
struct Proof
{
    bool holds = true;
    QString statement; ///< whole sentences, a line each: what was checked and found, or what breaks and where
    qint64 checked = 0;

    friend bool operator==(const Proof &, const Proof &) = default;
};

/// Whether every header follows from the one before and binds the parts stored with it, each of which is
/// filed under the thing it speaks of; and whether the journal holds nothing else.
Result<Proof> verifyChain(const Connection &connection, const Schema &schema, const Progress &progress);

/// Whether every row of one table is exactly what the journal, replayed, says it is: finds rows edited, added
/// or deleted behind the program's back.
Result<Proof> verifyTable(const Connection &connection, const Schema &schema, const EntityType &type);

/// So of all tables, one after another.
Result<Proof> verifyRows(const Connection &connection, const Schema &schema, const Progress &progress);

/// What was found in each of the tables as one answer: that of the first that does not hold, else of all
/// rows.
Result<Proof> together(const std::vector<Result<Proof>> &tables);

}
