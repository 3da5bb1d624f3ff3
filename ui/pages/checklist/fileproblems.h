#pragma once

#include "ui/pages/checklist/checklistreading.h"

namespace plimsoll {

/// The reading with what earlier checks found of the stored files, and what is wrong among its problems.
/// Looks at these files' dates on the disk; to be called on a job's thread.
SharedReading withFileProblems(const Workspace &workspace, const SharedReading &reading);

}
