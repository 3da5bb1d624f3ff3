#pragma once

#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QStringList>

namespace plimsoll {

/// A sentence for each backup that took the place of the record, oldest first: who restored it and when,
/// where the journal went on, and what is kept of the record it replaced.
Result<QStringList> restorationsInWords(const Connection &connection);

}
