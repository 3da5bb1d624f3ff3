#pragma once

#include "core/assessment/assessment.h"
#include "core/assessment/reliance.h"
#include "core/inventory/asset.h"
#include "core/inventory/limitation.h"
#include "ui/widgets/choicefield.h"

namespace plimsoll {

// What people read for the words of the record.
QString title(LifecyclePhase value);
QString title(Exposure value);
QString title(Sensitivity value);
QString title(Criticality value);
QString title(ApprovalStatus value);
QString title(AiActCategory value);
QString title(AssetKind value);
QString title(Documentation value);
QString title(Origin value);
QString title(LimitationKind value);
QString title(PartyKind value);
QString title(AssessmentPurpose value);
QString title(Holding value);
QString title(PlatformKind value);

/// Every value of an enum to choose from, by its word in the record.
template <Worded E>
QList<Choice> choicesOf()
{
    QList<Choice> choices;
    for (const auto &[value, word] : Words<E>::words)
        choices.append({QString(word), title(value)});
    return choices;
}

/// "Fraud scoring 2.1"
QString calledName(const AiSystem &system);

}
