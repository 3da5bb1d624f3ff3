#pragma once

#include "core/record/described.h"

namespace plimsoll {

/// What a party is to the organisation that keeps the workspace.
enum class PartyKind {
    Own,  ///< the organisation itself
    Unit, ///< a part of it
    Supplier,
    Customer,
    Authority,
    Other,
};

template <>
struct Words<PartyKind>
{
    static constexpr std::array words{
        std::pair{PartyKind::Own, QLatin1StringView("own")},
        std::pair{PartyKind::Unit, QLatin1StringView("unit")},
        std::pair{PartyKind::Supplier, QLatin1StringView("supplier")},
        std::pair{PartyKind::Customer, QLatin1StringView("customer")},
        std::pair{PartyKind::Authority, QLatin1StringView("authority")},
        std::pair{PartyKind::Other, QLatin1StringView("other")},
    };
};

/// An organisation or a part of one: holds roles, supplies, receives. `Own` and `Unit` are our own.
struct Party
{
    Id<Party> id;
    QString name;
    PartyKind kind = PartyKind::Supplier;
    QString contact;
    std::optional<QDateTime> removedAt;

    friend bool operator==(const Party &, const Party &) = default;
};

template <>
struct Described<Party>
{
    static constexpr auto table = QLatin1StringView("party");
    static constexpr auto fields = Fields{Field{QLatin1StringView("name"), &Party::name, Required},
                                          Field{QLatin1StringView("kind"), &Party::kind},
                                          Field{QLatin1StringView("contact"), &Party::contact},
                                          Field{QLatin1StringView("removed_at"), &Party::removedAt}};
};

extern template struct EntityCode<Party>;

/// Whether the party is the organisation itself or a part of it.
inline bool isOwn(const Party &party)
{
    return party.kind == PartyKind::Own || party.kind == PartyKind::Unit;
}

}
