#pragma once

#include "core/workspace/standings.h"

namespace plimsoll {

/// Why nothing of that verb is due in a phase of a system that is in the phase `now` and stands so, in two or
/// three words: "waits: decommission", "later phase". A dash would not say it.
QString phaseAbsence(const Catalogue &catalogue, const QList<ItemStanding> &items, LifecyclePhase now,
                     int phase, Verb verb);
/// The same of a phase in which nothing at all is due: of its shall, and of its should where it has no shall.
QString phaseAbsence(const Catalogue &catalogue, const QList<ItemStanding> &items, LifecyclePhase now,
                     int phase);

/// The phase in one or two words, for the head of a narrow column: "Design", "End of life".
QString shortTitle(const Phase &phase);

}
