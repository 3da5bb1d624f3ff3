#pragma once

#include "core/assessment/answer.h"
#include "core/assessment/assessment.h"

namespace plimsoll {

/// What is answered to one item of an assessment. One per (assessment, item); an item without a row is not
/// answered.
struct Response
{
    Id<Response> id;
    Id<Assessment> assessment;
    QString item;
    Answer answer = Answer::NotAnswered;
    QString rationale;
    std::optional<Id<Person>> owner;
    std::optional<QDate> due;
    bool carried = false;               ///< taken over from the previous assessment, not reconfirmed
    std::optional<Id<Person>> approver; ///< of a not applicable
    std::optional<QDate> reviewOn;      ///< of a not applicable
    QString overrideReason;             ///< why the system answers for itself and takes no common answer over

    friend bool operator==(const Response &, const Response &) = default;
};

template <>
struct Described<Response>
{
    static constexpr auto table = QLatin1StringView("response");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("assessment"), &Response::assessment, Required},
               Field{QLatin1StringView("item"), &Response::item, Required},
               Field{QLatin1StringView("answer"), &Response::answer},
               Field{QLatin1StringView("rationale"), &Response::rationale},
               Field{QLatin1StringView("owner"), &Response::owner},
               Field{QLatin1StringView("due"), &Response::due},
               Field{QLatin1StringView("carried"), &Response::carried},
               Field{QLatin1StringView("approver"), &Response::approver},
               Field{QLatin1StringView("review_on"), &Response::reviewOn},
               Field{QLatin1StringView("override_reason"), &Response::overrideReason}};
};

extern template struct EntityCode<Response>;

inline Id<Response> responseId(const Id<Assessment> &assessment, const QString &item)
{
    return Id<Response>::ofPair(Described<Response>::table, assessment, {item});
}

}
