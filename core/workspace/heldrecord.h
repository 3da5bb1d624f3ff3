#pragma once

#include "core/journal/journal.h"
#include "core/workspace/recordidentity.h"

#include <optional>

namespace plimsoll {

/// A record with everybody else kept out of it as long as this lives.
struct HeldRecord
{
    std::unique_ptr<Connection> connection;
    RecordIdentity identity;
    JournalHead head;
};

/// Nothing when there is no record, or none that can be asked; `ErrorCode::Busy` while somebody is at it.
Result<std::optional<HeldRecord>> holdWhatIsThere(const QString &database);

}
