#include "core/workspace/proposals.h"

#include "core/assessment/reason.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Proposals)
};

bool isLike(const Preset &preset, const Checklist &checklist)
{
    const auto isGivenSo = [&](const Preset::Answer &answer) {
        const auto &facts = checklist.circumstances.facts;
        const auto given = facts.constFind(checklist.catalogue->facts()[size_t(answer.fact)].id);
        return given != facts.cend() && given->holds == answer.holds;
    };
    return preset.generative == checklist.system.generative &&
           std::all_of(preset.answers.cbegin(), preset.answers.cend(), isGivenSo);
}

}

QList<ProposedExclusion> proposedExclusions(const Checklist &checklist)
{
    QList<ProposedExclusion> proposed;
    for (const Preset &preset : checklist.catalogue->presets()) {
        if (preset.proposesNotApplicable.empty() || !isLike(preset, checklist))
            continue;
        for (const Preset::Proposal &proposal : preset.proposesNotApplicable) {
            const ChecklistLine *line = checklist.line(proposal.item);
            if (line && !line->decision && line->applicability.state == Applicability::State::Applies)
                proposed.append({proposal.item, preset.name, proposal.reason});
        }
    }
    return proposed;
}

Result<ChangeSet> planTakeOver(const Checklist &checklist, const TakenProposals &proposals,
                               const Occasion &occasion)
{
    if (!checklist.assessment || checklist.assessment->closedOn)
        return refuse(ErrorCode::Invalid,
                      Text::tr("No assessment of %1 is open. Start one first.").arg(checklist.system.name));
    const bool isReasoned = std::none_of(proposals.exclusions.cbegin(), proposals.exclusions.cend(),
                                         [](const auto &exclusion) { return !isReason(exclusion.reason); });
    if (!isReasoned || proposals.approver.isNull() || !proposals.reviewOn.isValid())
        return refuse(ErrorCode::Invalid,
                      Text::tr("That an item does not apply needs a reason, the person who approved it and "
                               "the day on which it is looked at again."));
    const auto count = proposals.exclusions.size();
    ChangeSet changes(
        (count == 1 ? Text::tr("Decide that %1 of %2 does not apply, as the preset proposes")
                          .arg(proposals.exclusions.first().item)
                    : Text::tr("Decide that %1 items of %2 do not apply, as the preset proposes").arg(count))
            .arg(checklist.system.name));
    for (const auto &[item, reason] : proposals.exclusions) {
        const ChecklistLine *line = checklist.line(item);
        if (!line)
            return refuse(ErrorCode::NotFound, Text::tr("The catalogue has no item %1.").arg(item));
        ApplicabilityDecision decision;
        decision.assessment = checklist.assessment->id;
        decision.item = item;
        decision.id = applicabilityDecisionId(decision.assessment, item);
        decision.applies = false;
        decision.reason = asReason(reason);
        decision.decidedBy = occasion.actor;
        decision.decidedOn = occasion.today;
        decision.approver = proposals.approver;
        decision.reviewOn = proposals.reviewOn;
        changes.put(line->decision, decision);
    }
    return changes;
}

}
