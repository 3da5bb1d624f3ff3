#pragma once

#include "core/responsibility/person.h"

namespace plimsoll {

/// The five phases of EN 304 223, in order.
enum class LifecyclePhase {
    Design,
    Development,
    Deployment,
    Maintenance,
    EndOfLife,
};

template <>
struct Words<LifecyclePhase>
{
    static constexpr std::array words{
        std::pair{LifecyclePhase::Design, QLatin1StringView("design")},
        std::pair{LifecyclePhase::Development, QLatin1StringView("development")},
        std::pair{LifecyclePhase::Deployment, QLatin1StringView("deployment")},
        std::pair{LifecyclePhase::Maintenance, QLatin1StringView("maintenance")},
        std::pair{LifecyclePhase::EndOfLife, QLatin1StringView("end-of-life")},
    };
};

/// Who can reach the system.
enum class Exposure {
    Unknown,
    Internal, ///< own staff only
    Partners,
    Customers,
    Public,
};

template <>
struct Words<Exposure>
{
    static constexpr std::array words{
        std::pair{Exposure::Unknown, QLatin1StringView("unknown")},
        std::pair{Exposure::Internal, QLatin1StringView("internal")},
        std::pair{Exposure::Partners, QLatin1StringView("partners")},
        std::pair{Exposure::Customers, QLatin1StringView("customers")},
        std::pair{Exposure::Public, QLatin1StringView("public")},
    };
};

/// How much harm the data could do in wrong hands.
enum class Sensitivity {
    Unknown,
    Public,
    Internal,
    Confidential,
    Restricted,
};

template <>
struct Words<Sensitivity>
{
    static constexpr std::array words{
        std::pair{Sensitivity::Unknown, QLatin1StringView("unknown")},
        std::pair{Sensitivity::Public, QLatin1StringView("public")},
        std::pair{Sensitivity::Internal, QLatin1StringView("internal")},
        std::pair{Sensitivity::Confidential, QLatin1StringView("confidential")},
        std::pair{Sensitivity::Restricted, QLatin1StringView("restricted")},
    };
};

/// What depends on the system.
enum class Criticality {
    Unknown,
    Low,
    Medium,
    High,
    Critical,
};

template <>
struct Words<Criticality>
{
    static constexpr std::array words{
        std::pair{Criticality::Unknown, QLatin1StringView("unknown")},
        std::pair{Criticality::Low, QLatin1StringView("low")},
        std::pair{Criticality::Medium, QLatin1StringView("medium")},
        std::pair{Criticality::High, QLatin1StringView("high")},
        std::pair{Criticality::Critical, QLatin1StringView("critical")},
    };
};

/// Whether the organisation has said yes to the system.
enum class ApprovalStatus {
    Proposed,
    UnderReview,
    Approved,
    Rejected,
    Withdrawn,
};

template <>
struct Words<ApprovalStatus>
{
    static constexpr std::array words{
        std::pair{ApprovalStatus::Proposed, QLatin1StringView("proposed")},
        std::pair{ApprovalStatus::UnderReview, QLatin1StringView("under-review")},
        std::pair{ApprovalStatus::Approved, QLatin1StringView("approved")},
        std::pair{ApprovalStatus::Rejected, QLatin1StringView("rejected")},
        std::pair{ApprovalStatus::Withdrawn, QLatin1StringView("withdrawn")},
    };
};

/// Category under Regulation (EU) 2024/1689, kept as information: EN 304 223 is not harmonised with it.
enum class AiActCategory {
    NotAssessed,
    Prohibited,
    HighRisk,
    LimitedRisk,
    MinimalRisk,
    GeneralPurpose,
};

template <>
struct Words<AiActCategory>
{
    static constexpr std::array words{
        std::pair{AiActCategory::NotAssessed, QLatin1StringView("not-assessed")},
        std::pair{AiActCategory::Prohibited, QLatin1StringView("prohibited")},
        std::pair{AiActCategory::HighRisk, QLatin1StringView("high-risk")},
        std::pair{AiActCategory::LimitedRisk, QLatin1StringView("limited-risk")},
        std::pair{AiActCategory::MinimalRisk, QLatin1StringView("minimal-risk")},
        std::pair{AiActCategory::GeneralPurpose, QLatin1StringView("general-purpose")},
    };
};

/// An AI system of the register. `number` is its own id for people ("AI-001"), never given twice. A system
/// that will not be deployed (pure research) is out of scope: it stays registered with reason, approver and
/// review date.
struct AiSystem
{
    Id<AiSystem> id;
    QString number;
    QString name;
    QString version;
    QString purpose;
    QString acceptableUses;
    QString prohibitedUses;
    QString businessUnit;
    std::optional<Id<Person>> businessOwner;
    std::optional<Id<Person>> technicalOwner;
    std::optional<Id<Party>> supplier;
    QString deploymentContext;
    QString jurisdiction;
    Exposure exposure = Exposure::Unknown;
    Sensitivity dataSensitivity = Sensitivity::Unknown;
    Criticality criticality = Criticality::Unknown;
    bool generative = false;
    LifecyclePhase phase = LifecyclePhase::Design;
    ApprovalStatus approvalStatus = ApprovalStatus::Proposed;
    std::optional<QDate> plannedRelease;
    std::optional<QDate> lastReview;
    std::optional<QDate> nextReview;
    AiActCategory aiActCategory = AiActCategory::NotAssessed;
    bool outOfScope = false; ///< will not be deployed
    QString outOfScopeReason;
    std::optional<Id<Person>> outOfScopeApprover;
    std::optional<QDate> outOfScopeReviewOn;
    std::optional<QDateTime> removedAt;

    friend bool operator==(const AiSystem &, const AiSystem &) = default;
};

template <>
struct Described<AiSystem>
{
    static constexpr auto table = QLatin1StringView("ai_system");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("number"), &AiSystem::number, Required},
               Field{QLatin1StringView("name"), &AiSystem::name, Required},
               Field{QLatin1StringView("version"), &AiSystem::version},
               Field{QLatin1StringView("purpose"), &AiSystem::purpose},
               Field{QLatin1StringView("acceptable_uses"), &AiSystem::acceptableUses},
               Field{QLatin1StringView("prohibited_uses"), &AiSystem::prohibitedUses},
               Field{QLatin1StringView("business_unit"), &AiSystem::businessUnit},
               Field{QLatin1StringView("business_owner"), &AiSystem::businessOwner},
               Field{QLatin1StringView("technical_owner"), &AiSystem::technicalOwner},
               Field{QLatin1StringView("supplier"), &AiSystem::supplier},
               Field{QLatin1StringView("deployment_context"), &AiSystem::deploymentContext},
               Field{QLatin1StringView("jurisdiction"), &AiSystem::jurisdiction},
               Field{QLatin1StringView("exposure"), &AiSystem::exposure},
               Field{QLatin1StringView("data_sensitivity"), &AiSystem::dataSensitivity},
               Field{QLatin1StringView("criticality"), &AiSystem::criticality},
               Field{QLatin1StringView("generative"), &AiSystem::generative},
               Field{QLatin1StringView("phase"), &AiSystem::phase},
               Field{QLatin1StringView("approval_status"), &AiSystem::approvalStatus},
               Field{QLatin1StringView("planned_release"), &AiSystem::plannedRelease},
               Field{QLatin1StringView("last_review"), &AiSystem::lastReview},
               Field{QLatin1StringView("next_review"), &AiSystem::nextReview},
               Field{QLatin1StringView("ai_act_category"), &AiSystem::aiActCategory},
               Field{QLatin1StringView("out_of_scope"), &AiSystem::outOfScope},
               Field{QLatin1StringView("out_of_scope_reason"), &AiSystem::outOfScopeReason},
               Field{QLatin1StringView("out_of_scope_approver"), &AiSystem::outOfScopeApprover},
               Field{QLatin1StringView("out_of_scope_review_on"), &AiSystem::outOfScopeReviewOn},
               Field{QLatin1StringView("removed_at"), &AiSystem::removedAt}};
};

extern template struct EntityCode<AiSystem>;

}
