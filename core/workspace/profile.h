#pragma once

#include "core/responsibility/party.h"

namespace plimsoll {

/// What the workspace says of itself: exactly one row.
struct WorkspaceProfile
{
    Id<WorkspaceProfile> id;
    Id<Party> organisation;
    QString timeZone; ///< IANA name; due dates and periods are days in it
    bool sample = false;
    QDateTime createdAt;

    friend bool operator==(const WorkspaceProfile &, const WorkspaceProfile &) = default;
};

template <>
struct Described<WorkspaceProfile>
{
    static constexpr auto table = QLatin1StringView("workspace_profile");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("organisation"), &WorkspaceProfile::organisation, Required},
               Field{QLatin1StringView("time_zone"), &WorkspaceProfile::timeZone, Required},
               Field{QLatin1StringView("sample"), &WorkspaceProfile::sample},
               Field{QLatin1StringView("created_at"), &WorkspaceProfile::createdAt, Required}};
};

extern template struct EntityCode<WorkspaceProfile>;

}
