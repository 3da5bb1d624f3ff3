#pragma once

#include "core/base/progress.h"
#include "core/delivery/journalexcerpt.h"

namespace plimsoll {

/// Makes the log of a package the journal of an empty database, proving it on the way. Refused when a text in
/// it is no change of the record.
Result<JournalExcerpt> placeJournal(const Connection &connection, const Schema &schema, QIODevice &log,
                                    const Progress &progress);

}
