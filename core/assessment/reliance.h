#pragma once

#include "core/assessment/assessment.h"

namespace plimsoll {

/// What is held from the party relied upon.
enum class Holding {
    Nothing,
    Attestation,
    Contract,
    Report,
};

template <>
struct Words<Holding>
{
    static constexpr std::array words{
        std::pair{Holding::Nothing, QLatin1StringView("nothing")},
        std::pair{Holding::Attestation, QLatin1StringView("attestation")},
        std::pair{Holding::Contract, QLatin1StringView("contract")},
        std::pair{Holding::Report, QLatin1StringView("report")},
    };
};

/// An item that another party bears: which, what is held from it, and what remains to be done here. One per
/// (assessment, item).
struct Reliance
{
    Id<Reliance> id;
    Id<Assessment> assessment;
    QString item;
    Id<Party> party;
    Holding holding = Holding::Nothing;
    QString reference;    ///< the document held, by title and date
    QString ownDuty;      ///< what must be done here all the same
    bool carried = false; ///< taken over from the previous assessment, not reconfirmed

    friend bool operator==(const Reliance &, const Reliance &) = default;
};

template <>
struct Described<Reliance>
{
    static constexpr auto table = QLatin1StringView("reliance");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("assessment"), &Reliance::assessment, Required},
               Field{QLatin1StringView("item"), &Reliance::item, Required},
               Field{QLatin1StringView("party"), &Reliance::party, Required},
               Field{QLatin1StringView("holding"), &Reliance::holding},
               Field{QLatin1StringView("reference"), &Reliance::reference},
               Field{QLatin1StringView("own_duty"), &Reliance::ownDuty},
               Field{QLatin1StringView("carried"), &Reliance::carried}};
};

extern template struct EntityCode<Reliance>;

inline Id<Reliance> relianceId(const Id<Assessment> &assessment, const QString &item)
{
    return Id<Reliance>::ofPair(Described<Reliance>::table, assessment, {item});
}

}
