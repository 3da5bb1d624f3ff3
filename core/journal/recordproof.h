#pragma once

#include "core/journal/verification.h"

namespace plimsoll {

/// What was found when a record was held against its journal.
struct RecordProof
{
    Proof chain;
    Proof rows;

    /// What breaks the record first, or nothing when all holds.
    [[nodiscard]] std::optional<QString> contradiction() const;
};

/// Asks whether the chain and every row hold, of a record in a file that nobody writes to meanwhile: on as
/// many cores as the machine has, each with a connection of its own.
Result<RecordProof> proveRecord(const QString &file, const Schema &schema, const Progress &progress);

}
