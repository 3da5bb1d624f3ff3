#pragma once

#include "core/record/words.h"

#include <QString>

namespace plimsoll {

/// How far the record itself can settle a fact.
enum class Derivation : quint8 {
    YesOnly, ///< it can show that the fact holds, never that it does not
    Roles,   ///< who holds which role settles it both ways
    Never,   ///< only a person can answer
};

template <>
struct Words<Derivation>
{
    static constexpr std::array words{
        std::pair{Derivation::YesOnly, QLatin1StringView("yes-only")},
        std::pair{Derivation::Roles, QLatin1StringView("roles")},
        std::pair{Derivation::Never, QLatin1StringView("never")},
    };
};

/// A yes-or-no statement about one system on which provisions depend.
struct Fact
{
    QString id;
    QString asks;        ///< a whole question
    QString derivedFrom; ///< what in the record answers it with yes
    Derivation derivation = Derivation::Never;

    friend bool operator==(const Fact &, const Fact &) = default;
};

}
