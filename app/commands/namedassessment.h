#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"
#include "core/inventory/aisystem.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// The assessment of the system that `words` names: by its number in the order in which they were begun, by
/// the day it was closed on where only one was, or by its id.
Result<Assessment> assessmentCalled(const QString &words, const AiSystem &system,
                                    const Connection &connection);

}
