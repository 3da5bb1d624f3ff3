#pragma once

#include "core/inventory/aisystem.h"

namespace plimsoll {

/// Something happened to a system that makes provisions due; `event` is the catalogue's word for it.
struct SystemEvent
{
    Id<SystemEvent> id;
    Id<AiSystem> system;
    QString event;
    QDate happenedOn;
    QString note;

    friend bool operator==(const SystemEvent &, const SystemEvent &) = default;
};

template <>
struct Described<SystemEvent>
{
    static constexpr auto table = QLatin1StringView("system_event");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("system"), &SystemEvent::system, Required},
               Field{QLatin1StringView("event"), &SystemEvent::event, Required},
               Field{QLatin1StringView("happened_on"), &SystemEvent::happenedOn, Required},
               Field{QLatin1StringView("note"), &SystemEvent::note}};
};

extern template struct EntityCode<SystemEvent>;

}
