#pragma once

#include "core/catalogue/phase.h"
#include "core/catalogue/stakeholder.h"

namespace plimsoll {

/// One of the thirteen principles; a clause of the standard.
struct Principle
{
    int number = 0;
    QString clause; ///< "5.1.2": the beginning of the designators of its provisions
    QString title;
    int phase = 0; ///< index into Catalogue::phases()
    std::vector<Stakeholder> primarilyAppliesTo;
    VerbCounts counts;

    friend bool operator==(const Principle &, const Principle &) = default;
};

}
