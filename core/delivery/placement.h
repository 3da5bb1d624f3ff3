#pragma once

#include "core/base/progress.h"
#include "core/delivery/journalexcerpt.h"

namespace plimsoll {

/// A new database of the newest format without a row.
Result<std::unique_ptr<Connection>> emptyDatabase(const QString &file);

/// Writes the rows as they are, past the journal: for a copy to be looked at, never for one to be worked in.
Done placeRows(const Connection &connection, const Schema &schema, const RecordRows &rows);

/// Makes the log of a package the journal of an empty database, proving it on the way.
Result<JournalExcerpt> placeJournal(const Connection &connection, const Schema &schema, QIODevice &log,
                                    const Progress &progress);

}
