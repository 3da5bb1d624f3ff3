#pragma once

#include "core/workspace/checklist.h"
#include "ui/models/recordmodel.h"

namespace plimsoll {

/// One item of the catalogue and whether it is the organisation's to answer for this system.
struct ApplicabilityRow
{
    int ordinal = 0;
    QString item;
    QString title;
    Verb verb = Verb::Shall;
    Applicability applicability;
    QString reason;

    friend bool operator==(const ApplicabilityRow &, const ApplicabilityRow &) = default;
};

using ApplicabilityModel = RecordModel<ApplicabilityRow>;

/// By ordinal of the item.
std::vector<ApplicabilityRow> applicabilityRows(const Checklist &checklist);
std::unique_ptr<ApplicabilityModel> makeApplicabilityModel();

/// What people read: "Waits for an event".
QString title(Applicability::State state);

}
