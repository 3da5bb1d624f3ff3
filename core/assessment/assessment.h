#pragma once

#include "core/assessment/platform.h"

namespace plimsoll {

/// Who assesses for whom.
enum class AssessmentPurpose {
    SelfAssessment,
    InternalAudit,
    ExternalAudit,
};

template <>
struct Words<AssessmentPurpose>
{
    static constexpr std::array words{
        std::pair{AssessmentPurpose::SelfAssessment, QLatin1StringView("self-assessment")},
        std::pair{AssessmentPurpose::InternalAudit, QLatin1StringView("internal-audit")},
        std::pair{AssessmentPurpose::ExternalAudit, QLatin1StringView("external-audit")},
    };
};

/// One system version (or one platform) held against one catalogue version, over a period or on a day.
/// Closing freezes it. Exactly one of `system` and `platform` is set.
struct Assessment
{
    Id<Assessment> id;
    std::optional<Id<AiSystem>> system;
    std::optional<Id<Platform>> platform;
    QString systemVersion;
    QString catalogue;
    QString catalogueVersion;
    Digest catalogueDigest;
    AssessmentPurpose purpose = AssessmentPurpose::SelfAssessment;
    std::optional<QDate> periodFrom; ///< none: the assessment speaks of the day `periodTo`
    std::optional<QDate> periodTo;
    QString scopeIn;
    QString scopeOut;
    std::optional<Id<Person>> assessor;
    QString independence;
    QString methods;
    QString intendedReaders;
    QString limitations;
    QDate startedOn;
    std::optional<QDate> closedOn; ///< set once: from then on its answers are frozen
    std::optional<Id<Assessment>> previous;

    friend bool operator==(const Assessment &, const Assessment &) = default;
};

template <>
struct Described<Assessment>
{
    static constexpr auto table = QLatin1StringView("assessment");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("system"), &Assessment::system},
               Field{QLatin1StringView("platform"), &Assessment::platform},
               Field{QLatin1StringView("system_version"), &Assessment::systemVersion},
               Field{QLatin1StringView("catalogue"), &Assessment::catalogue, Required},
               Field{QLatin1StringView("catalogue_version"), &Assessment::catalogueVersion, Required},
               Field{QLatin1StringView("catalogue_digest"), &Assessment::catalogueDigest},
               Field{QLatin1StringView("purpose"), &Assessment::purpose},
               Field{QLatin1StringView("period_from"), &Assessment::periodFrom},
               Field{QLatin1StringView("period_to"), &Assessment::periodTo},
               Field{QLatin1StringView("scope_in"), &Assessment::scopeIn},
               Field{QLatin1StringView("scope_out"), &Assessment::scopeOut},
               Field{QLatin1StringView("assessor"), &Assessment::assessor},
               Field{QLatin1StringView("independence"), &Assessment::independence},
               Field{QLatin1StringView("methods"), &Assessment::methods},
               Field{QLatin1StringView("intended_readers"), &Assessment::intendedReaders},
               Field{QLatin1StringView("limitations"), &Assessment::limitations},
               Field{QLatin1StringView("started_on"), &Assessment::startedOn, Required},
               Field{QLatin1StringView("closed_on"), &Assessment::closedOn},
               Field{QLatin1StringView("previous"), &Assessment::previous}};
};

extern template struct EntityCode<Assessment>;

}
