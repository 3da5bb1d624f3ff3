#include "ui/pages/system/inventorywords.h"

#include "core/assessment/assessmentwords.h"
#include "core/base/calledname.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(InventoryWords)
};

}

QString title(LifecyclePhase value)
{
    switch (value) {
    case LifecyclePhase::Design:
        return Text::tr("Design");
    case LifecyclePhase::Development:
        return Text::tr("Development");
    case LifecyclePhase::Deployment:
        return Text::tr("Deployment");
    case LifecyclePhase::Maintenance:
        return Text::tr("Maintenance");
    case LifecyclePhase::EndOfLife:
        break;
    }
    return Text::tr("End of life");
}

QString title(Exposure value)
{
    switch (value) {
    case Exposure::Unknown:
        return Text::tr("Not known yet");
    case Exposure::Internal:
        return Text::tr("Own staff only");
    case Exposure::Partners:
        return Text::tr("Partners");
    case Exposure::Customers:
        return Text::tr("Customers");
    case Exposure::Public:
        break;
    }
    return Text::tr("The public");
}

QString title(Sensitivity value)
{
    switch (value) {
    case Sensitivity::Unknown:
        return Text::tr("Not known yet");
    case Sensitivity::Public:
        return Text::tr("Public");
    case Sensitivity::Internal:
        return Text::tr("Internal");
    case Sensitivity::Confidential:
        return Text::tr("Confidential");
    case Sensitivity::Restricted:
        break;
    }
    return Text::tr("Restricted");
}

QString title(Criticality value)
{
    switch (value) {
    case Criticality::Unknown:
        return Text::tr("Not known yet");
    case Criticality::Low:
        return Text::tr("Low");
    case Criticality::Medium:
        return Text::tr("Medium");
    case Criticality::High:
        return Text::tr("High");
    case Criticality::Critical:
        break;
    }
    return Text::tr("Critical");
}

QString title(ApprovalStatus value)
{
    switch (value) {
    case ApprovalStatus::Proposed:
        return Text::tr("Proposed");
    case ApprovalStatus::UnderReview:
        return Text::tr("Under review");
    case ApprovalStatus::Approved:
        return Text::tr("Approved");
    case ApprovalStatus::Rejected:
        return Text::tr("Rejected");
    case ApprovalStatus::Withdrawn:
        break;
    }
    return Text::tr("Withdrawn");
}

QString title(AiActCategory value)
{
    switch (value) {
    case AiActCategory::NotAssessed:
        return Text::tr("Not assessed");
    case AiActCategory::Prohibited:
        return Text::tr("Prohibited practice");
    case AiActCategory::HighRisk:
        return Text::tr("High risk");
    case AiActCategory::LimitedRisk:
        return Text::tr("Limited risk (transparency)");
    case AiActCategory::MinimalRisk:
        return Text::tr("Minimal risk");
    case AiActCategory::GeneralPurpose:
        break;
    }
    return Text::tr("General-purpose model");
}

QString title(AssetKind value)
{
    switch (value) {
    case AssetKind::Model:
        return Text::tr("Model");
    case AssetKind::Dataset:
        return Text::tr("Dataset");
    case AssetKind::Prompt:
        return Text::tr("Prompt");
    case AssetKind::Component:
        break;
    }
    return Text::tr("Component");
}

QString title(Documentation value)
{
    switch (value) {
    case Documentation::Unknown:
        return Text::tr("Not judged yet");
    case Documentation::Good:
        return Text::tr("Good");
    case Documentation::Poor:
        break;
    }
    return Text::tr("Poor");
}

QString title(Origin value)
{
    switch (value) {
    case Origin::Unknown:
        return Text::tr("Not known yet");
    case Origin::Own:
        return Text::tr("Made by us");
    case Origin::Public:
        return Text::tr("Publicly available");
    case Origin::Licensed:
        return Text::tr("Licensed");
    case Origin::Customer:
        break;
    }
    return Text::tr("From customers");
}

QString title(LimitationKind value)
{
    switch (value) {
    case LimitationKind::KnownLimitation:
        return Text::tr("Known limitation");
    case LimitationKind::ResidualRisk:
        break;
    }
    return Text::tr("Residual risk");
}

QString title(PartyKind value)
{
    switch (value) {
    case PartyKind::Own:
        return Text::tr("The organisation itself");
    case PartyKind::Unit:
        return Text::tr("Part of the organisation");
    case PartyKind::Supplier:
        return Text::tr("Supplier");
    case PartyKind::Customer:
        return Text::tr("Customer");
    case PartyKind::Authority:
        return Text::tr("Authority");
    case PartyKind::Other:
        break;
    }
    return Text::tr("Other");
}

QString title(AssessmentPurpose value)
{
    return inWords(value);
}

QString title(Holding value)
{
    switch (value) {
    case Holding::Nothing:
        return Text::tr("Nothing yet");
    case Holding::Attestation:
        return Text::tr("Attestation");
    case Holding::Contract:
        return Text::tr("Contract");
    case Holding::Report:
        break;
    }
    return Text::tr("Report");
}

QString title(PlatformKind value)
{
    switch (value) {
    case PlatformKind::Organisation:
        return Text::tr("The organisation as a whole");
    case PlatformKind::Platform:
        break;
    }
    return Text::tr("A shared platform");
}

QString calledName(const AiSystem &system)
{
    return calledName(system.name, system.version);
}

}
