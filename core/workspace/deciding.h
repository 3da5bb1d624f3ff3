#pragma once

#include "core/record/changeset.h"
#include "core/workspace/checklist.h"
#include "core/workspace/occasion.h"

namespace plimsoll {

/// The change that answers a fact about the system, or takes the answer back when `holds` is nothing; without
/// an edit when there is none to take back.
ChangeSet planFactAnswer(const Checklist &checklist, const QString &fact, std::optional<bool> holds,
                         const Occasion &occasion);

/// The change that records that something happened to the system: what, on which day, with which note.
ChangeSet planEvent(const Checklist &checklist, SystemEvent event, const Occasion &occasion);
ChangeSet planEventRemoval(const Checklist &checklist, const SystemEvent &event);

/// The change that decides about an item against the record. Of the decision only the verdict, reason,
/// approver and day of review are looked at. Refused without a reason; that an item does not apply is refused
/// without an approver and a day of review as well.
Result<ChangeSet> planDecision(const Checklist &checklist, const QString &item,
                               const ApplicabilityDecision &decided, const Occasion &occasion);
/// The change that takes the decision back; without an edit when there is none.
ChangeSet planDecisionTakenBack(const Checklist &checklist, const QString &item);

/// What is relied upon for the item: as it is recorded, else of the party that bears it.
Reliance relianceOn(const Checklist &checklist, const ChecklistLine &line);

/// The change that says what is held for an item that another party bears. Refused while it is not named.
Result<ChangeSet> planReliance(const Checklist &checklist, const Reliance &reliance);

}
