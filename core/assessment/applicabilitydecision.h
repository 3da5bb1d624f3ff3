#pragma once

#include "core/assessment/assessment.h"

namespace plimsoll {

/// A person decides against the computed applicability of an item, with a reason. One per (assessment, item).
/// Until it names a reason and an approver, a decision that an item does not apply counts for nothing: see
/// counts().
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
    bool carried = false; ///< taken over from the previous assessment, not reconfirmed

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
               Field{QLatin1StringView("review_on"), &ApplicabilityDecision::reviewOn},
               Field{QLatin1StringView("carried"), &ApplicabilityDecision::carried}};
};

extern template struct EntityCode<ApplicabilityDecision>;

/// Whether the decision decides: that an item applies always does, that it does not only with a reason and an
/// approver.
[[nodiscard]] bool counts(const ApplicabilityDecision &decision);

inline Id<ApplicabilityDecision> applicabilityDecisionId(const Id<Assessment> &assessment,
                                                         const QString &item)
{
    return Id<ApplicabilityDecision>::ofPair(Described<ApplicabilityDecision>::table, assessment, {item});
}

}
