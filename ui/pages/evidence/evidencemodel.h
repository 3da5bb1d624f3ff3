#pragma once

#include "core/workspace/evidenceregister.h"
#include "ui/models/recordmodel.h"
#include "ui/pages/evidence/evidencewords.h"

namespace plimsoll {

/// One line of the page's table.
struct EvidenceRow
{
    RegisteredEvidence held;
    QString words; ///< all that the filter looks through, case folded

    [[nodiscard]] const Evidence &evidence() const { return held.evidence; }
};

EvidenceRow rowOf(RegisteredEvidence held, QDate today);

using EvidenceModel = RecordModel<EvidenceRow>;

/// `checks` outlives the model; after it has changed the model is to be filtered anew.
std::unique_ptr<EvidenceModel> makeEvidenceModel(QDate today, const FileChecks &checks);

/// Which lines the page shows besides those with certain words.
enum class EvidenceConcern {
    All,
    Ready,
    LapsesLater,
    LapsesSoon,
    Lapsed,
    Drafts,
    ApprovedByNobody, ///< called approved, and not said by whom or when
    NotUsed,          ///< serves no item
    NotIntact,        ///< its file is changed, missing or unreadable
};

/// The concern that shows just the pieces of this freshness.
EvidenceConcern concernOf(Freshness freshness);

EvidenceModel::Filter evidenceFilter(const QString &words, EvidenceConcern concern, QDate today,
                                     const FileChecks &checks);

}
