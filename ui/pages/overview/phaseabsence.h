#pragma once

#include "core/workspace/standings.h"

namespace plimsoll {

/// Why nothing of that verb is due in a phase of a system, in two or three words: "waits: decommission",
/// "later phase". A dash would not say it.
QString phaseAbsence(const Catalogue &catalogue, const SystemStanding &system, int phase, Verb verb);

/// The phase in one or two words, for the head of a narrow column: "Design", "End of life".
QString shortTitle(const Phase &phase);

}
