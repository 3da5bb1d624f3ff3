#pragma once

#include "core/assessment/assessment.h"
#include "core/evidence/evidence.h"

namespace plimsoll {

/// A piece of evidence serves an item of an assessment. One per (evidence, assessment, item); needs no
/// response.
struct EvidenceUse
{
    Id<EvidenceUse> id;
    Id<Evidence> evidence;
    Id<Assessment> assessment;
    QString item;

    friend bool operator==(const EvidenceUse &, const EvidenceUse &) = default;
};

template <>
struct Described<EvidenceUse>
{
    static constexpr auto table = QLatin1StringView("evidence_use");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("evidence"), &EvidenceUse::evidence, Required},
               Field{QLatin1StringView("assessment"), &EvidenceUse::assessment, Required},
               Field{QLatin1StringView("item"), &EvidenceUse::item, Required}};
};

extern template struct EntityCode<EvidenceUse>;

inline Id<EvidenceUse> evidenceUseId(const Id<Evidence> &evidence, const Id<Assessment> &assessment,
                                     const QString &item)
{
    return Id<EvidenceUse>::ofPair(Described<EvidenceUse>::table, evidence, {assessment.text(), item});
}

}
