#pragma once

#include "core/assessment/answer.h"
#include "core/assessment/answercounts.h"
#include "core/catalogue/applicability.h"

namespace plimsoll {

/// The counts of one group of provisions. Shall and should are never added up.
struct Tally
{
    AnswerCounts shall;
    AnswerCounts should;
    AnswerCounts shouldParts; ///< of shall provisions; counted by part and in neither of the above
    AnswerCounts minimum;     ///< of the provisions that form the minimum set; these count above as well

    friend bool operator==(const Tally &, const Tally &) = default;
};

/// Where a system stands, whole and in groups.
struct RollUp
{
    Tally whole;
    std::vector<Tally> phases;     ///< by index of Catalogue::phases()
    std::vector<Tally> principles; ///< by index of Catalogue::principles()

    friend bool operator==(const RollUp &, const RollUp &) = default;
};

/// Counts provisions. One that is answered part by part takes the worst answer among its due parts that carry
/// its own verb: not met, then partly met, then not answered, then met, because a failure dominates what is
/// merely missing. It is answered only when each of these parts is, see AnswerCounts::progress(). Both spans
/// go by ordinal of the item.
RollUp rollUp(const Catalogue &catalogue, std::span<const Applicability> applicability,
              std::span<const Answer> answers);

}
