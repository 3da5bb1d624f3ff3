#pragma once

#include "core/inventory/aisystem.h"
#include "core/storage/connection.h"

#include <QSet>

namespace plimsoll {

/// The entries of the journal that touch a system or what belongs to it, whether that is in the record still
/// or gone from it: what names the system or one of its assessments, the evidence used for them while it was
/// used, and the packages issued about it. Common answers belong to every system that takes them over,
/// and stay with it up to where it stopped.
Result<QSet<qint64>> entriesAbout(const Connection &connection, const Schema &schema,
                                  const Id<AiSystem> &system);

}
