#pragma once

#include "core/assessment/assessment.h"

namespace plimsoll {

/// A person decides against the computed applicability of an item, with a reason. One per (assessment, item).
struct ApplicabilityDecision
{
    Id<ApplicabilityDecision> id;
    Id<Assessment> assessment;
    QString item;
    bool applies = false;
    QString reason;
    Id<Person> decidedBy;
    QDate decidedOn;
    std::optional<Id<Person>> approver;
    std::optional<QDate> reviewOn;

    friend bool operator==(const ApplicabilityDecision &, const ApplicabilityDecision &) = default;
};

template <>
struct Described<ApplicabilityDecision>
{
    static constexpr auto table = QLatin1StringView("applicability_decision");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("assessment"), &ApplicabilityDecision::assessment, Required},
               Field{QLatin1StringView("item"), &ApplicabilityDecision::item, Required},
               Field{QLatin1StringView("applies"), &ApplicabilityDecision::applies},
               Field{QLatin1StringView("reason"), &ApplicabilityDecision::reason, Required},
               Field{QLatin1StringView("decided_by"), &ApplicabilityDecision::decidedBy, Required},
               Field{QLatin1StringView("decided_on"), &ApplicabilityDecision::decidedOn, Required},
               Field{QLatin1StringView("approver"), &ApplicabilityDecision::approver},
               Field{QLatin1StringView("review_on"), &ApplicabilityDecision::reviewOn}};
};

extern template struct EntityCode<ApplicabilityDecision>;

inline Id<ApplicabilityDecision> applicabilityDecisionId(const Id<Assessment> &assessment,
                                                         const QString &item)
{
    return Id<ApplicabilityDecision>::ofPair(Described<ApplicabilityDecision>::table, assessment, {item});
}

}
