#pragma once

#include "core/responsibility/person.h"

namespace plimsoll {

/// What the document shows.
enum class EvidenceKind {
    Policy,
    Procedure,
    Implementation,
    Monitoring, ///< monitoring and review
};

template <>
struct Words<EvidenceKind>
{
    static constexpr std::array words{
        std::pair{EvidenceKind::Policy, QLatin1StringView("policy")},
        std::pair{EvidenceKind::Procedure, QLatin1StringView("procedure")},
        std::pair{EvidenceKind::Implementation, QLatin1StringView("implementation")},
        std::pair{EvidenceKind::Monitoring, QLatin1StringView("monitoring-and-review")},
    };
};

/// Whether somebody has said yes to the document. A draft never makes "met".
enum class DocumentState {
    Draft,
    Approved,
};

template <>
struct Words<DocumentState>
{
    static constexpr std::array words{
        std::pair{DocumentState::Draft, QLatin1StringView("draft")},
        std::pair{DocumentState::Approved, QLatin1StringView("approved")},
    };
};

/// Who may see the document.
enum class Classification {
    Unclassified,
    Public,
    Internal,
    Confidential,
    Restricted,
};

template <>
struct Words<Classification>
{
    static constexpr std::array words{
        std::pair{Classification::Unclassified, QLatin1StringView("unclassified")},
        std::pair{Classification::Public, QLatin1StringView("public")},
        std::pair{Classification::Internal, QLatin1StringView("internal")},
        std::pair{Classification::Confidential, QLatin1StringView("confidential")},
        std::pair{Classification::Restricted, QLatin1StringView("restricted")},
    };
};

/// One document or link. Its file lies in the evidence store under `digest`; a link has none.
struct Evidence
{
    Id<Evidence> id;
    QString title;
    QString originalName;
    QString url; ///< of a link without a file
    std::optional<Digest> digest;
    qint64 size = 0; ///< bytes
    QString mediaType;
    EvidenceKind kind = EvidenceKind::Implementation;
    DocumentState state = DocumentState::Draft;
    QString approvedBy;
    std::optional<QDate> approvedOn;
    QString version;
    QString sourceSystem;
    QString obtainedBy; ///< how it was obtained: export, screenshot, interview, ...
    Classification classification = Classification::Unclassified;
    std::optional<QDate> coversFrom;
    std::optional<QDate> coversTo;
    std::optional<QDate> validUntil;
    std::optional<Id<Person>> collectedBy;
    std::optional<QDate> collectedOn;
    std::optional<QDateTime> removedAt;

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// Whether it is said who approved the document, and when. Of a draft nothing of the kind is asked.
[[nodiscard]] inline bool namesItsApproval(const Evidence &evidence)
{
    return evidence.state == DocumentState::Draft ||
           (!evidence.approvedBy.trimmed().isEmpty() && evidence.approvedOn);
}

template <>
struct Described<Evidence>
{
    static constexpr auto table = QLatin1StringView("evidence");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("title"), &Evidence::title, Required},
               Field{QLatin1StringView("original_name"), &Evidence::originalName},
               Field{QLatin1StringView("url"), &Evidence::url},
               Field{QLatin1StringView("digest"), &Evidence::digest},
               Field{QLatin1StringView("size"), &Evidence::size},
               Field{QLatin1StringView("media_type"), &Evidence::mediaType},
               Field{QLatin1StringView("kind"), &Evidence::kind},
               Field{QLatin1StringView("state"), &Evidence::state},
               Field{QLatin1StringView("approved_by"), &Evidence::approvedBy},
               Field{QLatin1StringView("approved_on"), &Evidence::approvedOn},
               Field{QLatin1StringView("version"), &Evidence::version},
               Field{QLatin1StringView("source_system"), &Evidence::sourceSystem},
               Field{QLatin1StringView("obtained_by"), &Evidence::obtainedBy},
               Field{QLatin1StringView("classification"), &Evidence::classification},
               Field{QLatin1StringView("covers_from"), &Evidence::coversFrom},
               Field{QLatin1StringView("covers_to"), &Evidence::coversTo},
               Field{QLatin1StringView("valid_until"), &Evidence::validUntil},
               Field{QLatin1StringView("collected_by"), &Evidence::collectedBy},
               Field{QLatin1StringView("collected_on"), &Evidence::collectedOn},
               Field{QLatin1StringView("removed_at"), &Evidence::removedAt}};
};

extern template struct EntityCode<Evidence>;

}
