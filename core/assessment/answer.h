#pragma once

#include "core/record/words.h"

#include <QString>

#include <array>

namespace plimsoll {

/// What the organisation says of one checklist item (TS 104 216 calls it the claim; people read answer).
enum class Answer {
    NotAnswered,
    Met,
    PartlyMet,
    NotMet,
    NotApplicable,
};

template <>
struct Words<Answer>
{
    static constexpr std::array words{
        std::pair{Answer::NotAnswered, QLatin1StringView("not-answered")},
        std::pair{Answer::Met, QLatin1StringView("met")},
        std::pair{Answer::PartlyMet, QLatin1StringView("partly")},
        std::pair{Answer::NotMet, QLatin1StringView("not-met")},
        std::pair{Answer::NotApplicable, QLatin1StringView("not-applicable")},
    };
};

/// What people read: "Partly met".
QString title(Answer answer);

}
