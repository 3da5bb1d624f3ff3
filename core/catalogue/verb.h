#pragma once

#include "core/record/words.h"

namespace plimsoll {

/// How strongly a provision speaks. What people count apart; `can` is a permission and is never answered.
enum class Verb : quint8 {
    Shall,
    Should,
    Can,
};

/// The words of the standard, not translated.
template <>
struct Words<Verb>
{
    static constexpr std::array words{
        std::pair{Verb::Shall, QLatin1StringView("shall")},
        std::pair{Verb::Should, QLatin1StringView("should")},
        std::pair{Verb::Can, QLatin1StringView("can")},
    };
};

}
