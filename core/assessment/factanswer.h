#pragma once

#include "core/inventory/aisystem.h"

namespace plimsoll {

/// A person's answer to one of the catalogue's facts about a system. One per (system, fact).
struct FactAnswer
{
    Id<FactAnswer> id;
    Id<AiSystem> system;
    QString fact;
    bool holds = false;
    QString reason;
    std::optional<Id<Person>> answeredBy;
    std::optional<QDate> answeredOn;

    friend bool operator==(const FactAnswer &, const FactAnswer &) = default;
};

template <>
struct Described<FactAnswer>
{
    static constexpr auto table = QLatin1StringView("fact_answer");
    static constexpr auto fields = Fields{Field{QLatin1StringView("system"), &FactAnswer::system, Required},
                                          Field{QLatin1StringView("fact"), &FactAnswer::fact, Required},
                                          Field{QLatin1StringView("holds"), &FactAnswer::holds},
                                          Field{QLatin1StringView("reason"), &FactAnswer::reason},
                                          Field{QLatin1StringView("answered_by"), &FactAnswer::answeredBy},
                                          Field{QLatin1StringView("answered_on"), &FactAnswer::answeredOn}};
};

extern template struct EntityCode<FactAnswer>;

inline Id<FactAnswer> factAnswerId(const Id<AiSystem> &system, const QString &fact)
{
    return Id<FactAnswer>::ofPair(Described<FactAnswer>::table, system, {fact});
}

}
