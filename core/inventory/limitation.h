#pragma once

#include "core/inventory/aisystem.h"

namespace plimsoll {

/// What kind of shortfall is written down.
enum class LimitationKind {
    KnownLimitation,
    ResidualRisk,
};

template <>
struct Words<LimitationKind>
{
    static constexpr std::array words{
        std::pair{LimitationKind::KnownLimitation, QLatin1StringView("known-limitation")},
        std::pair{LimitationKind::ResidualRisk, QLatin1StringView("residual-risk")},
    };
};

/// A known limitation or residual risk of a system, with the day it was noted.
struct Limitation
{
    Id<Limitation> id;
    Id<AiSystem> system;
    LimitationKind kind = LimitationKind::KnownLimitation;
    QString statement;
    QDate notedOn;
    std::optional<QDateTime> removedAt;

    friend bool operator==(const Limitation &, const Limitation &) = default;
};

template <>
struct Described<Limitation>
{
    static constexpr auto table = QLatin1StringView("limitation");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("system"), &Limitation::system, Required},
               Field{QLatin1StringView("kind"), &Limitation::kind},
               Field{QLatin1StringView("statement"), &Limitation::statement, Required},
               Field{QLatin1StringView("noted_on"), &Limitation::notedOn, Required},
               Field{QLatin1StringView("removed_at"), &Limitation::removedAt}};
};

extern template struct EntityCode<Limitation>;

}
