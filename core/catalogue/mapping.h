#pragma once

#include "core/record/words.h"

#include <QString>

#include <vector>

namespace plimsoll {

/// How closely a provision and an entry of another framework agree.
enum class Relation : quint8 {
    Direct,     ///< both ask for the same
    Partial,    ///< they overlap
    Supporting, ///< one helps with the other
};

template <>
struct Words<Relation>
{
    static constexpr std::array words{
        std::pair{Relation::Direct, QLatin1StringView("direct")},
        std::pair{Relation::Partial, QLatin1StringView("partial")},
        std::pair{Relation::Supporting, QLatin1StringView("supporting")},
    };
};

/// Who says that they relate.
enum class MappingBasis : quint8 {
    Source,    ///< a published source states it
    Judgement, ///< we judged it
};

template <>
struct Words<MappingBasis>
{
    static constexpr std::array words{
        std::pair{MappingBasis::Source, QLatin1StringView("source")},
        std::pair{MappingBasis::Judgement, QLatin1StringView("judgement")},
    };
};

/// One row of a crosswalk.
struct Mapping
{
    enum class From : quint8 {
        Provision, ///< subject is its id
        Principle, ///< subject is its number
        Phase,     ///< subject is its id
        Role,      ///< subject is its word
    };

    From from = From::Provision;
    QString subject;
    QString to;    ///< identifier in the other framework
    QString title; ///< of that identifier; may be empty
    QString also;  ///< identifier in a later edition; mostly empty
    Relation relation = Relation::Supporting;
    MappingBasis basis = MappingBasis::Judgement;

    friend bool operator==(const Mapping &, const Mapping &) = default;
};

/// The crosswalk from a catalogue to one other framework.
struct MappingSet
{
    QString id;      ///< "iso-27001"
    QString version; ///< of our wording and judgement
    QString framework;
    QString shortName;
    QString catalogue; ///< id of the catalogue it starts from
    QString language;
    QString notice;
    std::vector<Mapping> rows;

    friend bool operator==(const MappingSet &, const MappingSet &) = default;
};

}
