#pragma once

#include "core/record/changeset.h"
#include "core/workspace/checklist.h"
#include "core/workspace/occasion.h"

namespace plimsoll {

/// An item that applies, and that a preset proposes to call not applicable. It excludes nothing until a
/// person takes it over.
struct ProposedExclusion
{
    QString item;
    QString preset; ///< its name
    QString reason; ///< the preset's

    friend bool operator==(const ProposedExclusion &, const ProposedExclusion &) = default;
};

/// What the presets propose that the system is still like: all their answers are given as they give them.
/// Items that a person has decided on, or that do not apply anyway, are left out.
QList<ProposedExclusion> proposedExclusions(const Checklist &checklist);

/// Proposals as a person takes them over.
struct TakenProposals
{
    struct Exclusion
    {
        QString item;
        QString reason; ///< the person's

        friend bool operator==(const Exclusion &, const Exclusion &) = default;
    };
    QList<Exclusion> exclusions;
    Id<Person> approver;
    QDate reviewOn;
};

/// The change set that decides all of them: not applicable, with reason, approver and review date. Refused
/// without one of these, and without an open assessment.
Result<ChangeSet> planTakeOver(const Checklist &checklist, const TakenProposals &proposals,
                               const Occasion &occasion);

}
