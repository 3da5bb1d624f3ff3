#pragma once

#include "core/workspace/checklist.h"
#include "ui/widgets/phasestrip.h"

namespace plimsoll {

/// Where the system stands in each phase, by the conformity of its shall and should; or why nothing is due
/// there.
QList<PhaseState> phaseStates(const Checklist &checklist);

}
