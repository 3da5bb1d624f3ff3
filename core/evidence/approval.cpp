#include "core/evidence/approval.h"

#include <tuple>

namespace plimsoll {

namespace {

auto whatIsApproved(const Evidence &evidence)
{
    return std::tie(evidence.title, evidence.kind, evidence.version, evidence.classification,
                    evidence.coversFrom, evidence.coversTo, evidence.validUntil);
}

auto approvalOf(const Evidence &evidence)
{
    return std::tie(evidence.state, evidence.approvedBy, evidence.approvedOn);
}

template <class Field, class Said>
void take(Field &field, const std::optional<Said> &said)
{
    if (said)
        field = *said;
}

}

Evidence described(const Evidence &before, const EvidenceDescription &said)
{
    Evidence after = before;
    take(after.title, said.title);
    take(after.kind, said.kind);
    if (said.covers)
        std::tie(after.coversFrom, after.coversTo) = *said.covers;
    take(after.validUntil, said.validUntil);
    if (!said.approval)
        return approvedStill(before, after);
    after.state = DocumentState::Approved;
    after.approvedBy = said.approval->by;
    after.approvedOn = said.approval->on;
    return after;
}

Evidence approvedStill(const Evidence &before, const Evidence &after)
{
    if (before.state == DocumentState::Draft || approvalOf(before) != approvalOf(after) ||
        whatIsApproved(before) == whatIsApproved(after))
        return after;
    Evidence draft = after;
    draft.state = DocumentState::Draft;
    draft.approvedBy.clear();
    draft.approvedOn.reset();
    return draft;
}

}
