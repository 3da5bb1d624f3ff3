#pragma once

#include "core/evidence/evidence.h"

namespace plimsoll {

/// The state a document called that is in on the day: an approval of a day to come is none yet, so until then
/// it is a draft.
[[nodiscard]] inline DocumentState stateOn(DocumentState called, const std::optional<QDate> &approvedOn,
                                           QDate day)
{
    return approvedOn && *approvedOn > day ? DocumentState::Draft : called;
}
[[nodiscard]] inline DocumentState stateOn(const Evidence &evidence, QDate day)
{
    return stateOn(evidence.state, evidence.approvedOn, day);
}

/// Who approved a document, and on which day.
struct Approval
{
    QString by;
    QDate on;

    friend bool operator==(const Approval &, const Approval &) = default;
};

/// What a person says of a document; what is left out stays as it is.
struct EvidenceDescription
{
    std::optional<QString> title = {};
    std::optional<EvidenceKind> kind = {};
    std::optional<std::pair<std::optional<QDate>, std::optional<QDate>>> covers = {}; ///< either end may lack
    std::optional<QDate> validUntil = {};
    std::optional<Approval> approval = {};

    friend bool operator==(const EvidenceDescription &, const EvidenceDescription &) = default;
};

/// The evidence as it is described from now on. An approval that is not said again ends where what was
/// approved is described otherwise, see approvedStill().
[[nodiscard]] Evidence described(const Evidence &before, const EvidenceDescription &said);

/// The evidence as the record takes it once `before` is described as `after`: somebody approved the document
/// with its title, kind, version, classification, period and validity, so where one of these changes and the
/// approval stays as it was, it is a draft again and approved by nobody.
[[nodiscard]] Evidence approvedStill(const Evidence &before, const Evidence &after);

/// Whether describing it so ended its approval.
[[nodiscard]] inline bool hasLostItsApproval(const Evidence &before, const Evidence &after)
{
    return before.state == DocumentState::Approved && after.state == DocumentState::Draft;
}

}
