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

}
