#pragma once

#include "core/assessment/assessment.h"
#include "core/inventory/aisystem.h"

namespace plimsoll {

/// What closing an assessment wrote down. One per closed assessment of a system.
///
/// What belongs to the assessment itself (answers, decisions, reliances, uses of evidence) is frozen where it
/// is. What it only rests on goes on changing: role holders, facts, events, assets, documents, common
/// answers. `basis` holds these rows as they were; `findings` how every item stood, so that no later program
/// counts a closed assessment otherwise.
struct Closing
{
    Id<Closing> id;
    Id<Assessment> assessment;
    QString findings; ///< canonical JSON: {item: [state of applicability, counted answer]}
    QString basis;    ///< canonical JSON: {table: [row, ...]}, see rowsToJson()
    std::optional<LifecyclePhase> phase =
        {}; ///< the system was in, as `basis` says; earlier programs left it out

    friend bool operator==(const Closing &, const Closing &) = default;
};

template <>
struct Described<Closing>
{
    static constexpr auto table = QLatin1StringView("closing");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("assessment"), &Closing::assessment, Required},
               Field{QLatin1StringView("findings"), &Closing::findings, Required},
               Field{QLatin1StringView("basis"), &Closing::basis, Required},
               Field{QLatin1StringView("phase"), &Closing::phase}};
};

extern template struct EntityCode<Closing>;

inline Id<Closing> closingId(const Id<Assessment> &assessment)
{
    return Id<Closing>::ofPair(Described<Closing>::table, assessment);
}

}
