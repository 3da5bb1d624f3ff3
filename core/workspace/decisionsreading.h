#pragma once

#include "core/workspace/numbers.h"
#include "core/workspace/standpoint.h"

namespace plimsoll {

class Connection;

/// The assessments that count by their number, and the system of each; -1 for those of platforms.
struct NumberedAssessments
{
    const Numbers &numbers;
    const std::vector<int> &systems;
};

/// Fills in what persons decided on whether items apply: for each system what counts, see counts(), and where
/// a decision is carried over or does not count. `items` numbers those of the catalogue.
Done readDecisions(const Connection &connection, const Catalogue &catalogue,
                   const NumberedAssessments &assessments, const Numbers &items, Standpoint &point);

}
