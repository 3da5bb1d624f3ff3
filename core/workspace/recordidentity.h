#pragma once

#include "core/storage/connection.h"

namespace plimsoll {

/// Whose record a database holds.
struct RecordIdentity
{
    QString workspace; ///< its id
    QString organisation;
    QString begunAt; ///< "2026-11-22 09:30", UTC
};

/// `ErrorCode::Damaged` when the database does not say it.
Result<RecordIdentity> recordIdentity(const Connection &connection);

}
