#pragma once

#include "core/inventory/aisystem.h"
#include "core/record/recordrows.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// The part of the record that belongs to some systems: a row that names one of them (or one of their
/// assessments or platforms) and no other; whatever such a row refers to; and what bears on all of it, the
/// workspace's own profile and the backups that were restored.
/// What was handed over, and about which of them, is told to nobody else.
/// With every system of the record chosen, bin included, it is the whole record.
struct BelongingRows
{
    RecordRows rows;
    bool isWhole = false;
};

Result<BelongingRows> rowsBelongingTo(const Connection &connection, const Schema &schema,
                                      const QList<Id<AiSystem>> &systems);

/// Whether rows of this table decide to whom other rows belong.
bool isSubject(QLatin1StringView table);

/// Whether rows of this table tell what was handed over, and to whom. They leave only with the whole record.
bool isOfTheRegister(QLatin1StringView table);
}
