#pragma once

#include "core/evidence/evidence.h"

#include <array>

namespace plimsoll {

/// How fresh a piece of evidence is. Each piece is one of these: a draft is no evidence yet, whatever its
/// dates say.
enum class Freshness {
    Ready,       ///< approved, and valid for more than ninety days or without end
    LapsesLater, ///< within 31 to 90 days
    LapsesSoon,  ///< within thirty days
    Lapsed,
    Draft,
};

inline constexpr std::array allFreshness{Freshness::Ready, Freshness::LapsesLater, Freshness::LapsesSoon,
                                         Freshness::Lapsed, Freshness::Draft};

/// How far "soon" and "later" look ahead, in days.
inline constexpr int lapsingDays = 30;
inline constexpr int lapsingLaterDays = 90;

template <>
struct Words<Freshness>
{
    static constexpr std::array words{
        std::pair{Freshness::Ready, QLatin1StringView("ready")},
        std::pair{Freshness::LapsesLater, QLatin1StringView("lapses-later")},
        std::pair{Freshness::LapsesSoon, QLatin1StringView("lapses-soon")},
        std::pair{Freshness::Lapsed, QLatin1StringView("lapsed")},
        std::pair{Freshness::Draft, QLatin1StringView("draft")},
    };
};

Freshness freshnessOf(const Evidence &evidence, QDate today);

/// How many pieces are how fresh.
struct FreshnessCounts
{
    std::array<int, allFreshness.size()> pieces{}; ///< by Freshness

    [[nodiscard]] int of(Freshness freshness) const { return pieces[size_t(freshness)]; }
    [[nodiscard]] int total() const;

    friend bool operator==(const FreshnessCounts &, const FreshnessCounts &) = default;
};

}
