#pragma once

#include "core/assessment/assessment.h"
#include "core/catalogue/catalogue.h"
#include "core/delivery/namedassessments.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// Says that the system was assessed against another catalogue than this one; nothing when it was not.
std::optional<QString> catalogueWarning(const Catalogue &catalogue, const AiSystem &system,
                                        const Assessment &assessment);

/// What somebody should know before a report about these systems leaves: what its front pages would leave
/// open, and where the catalogue is another than the one assessed against; of the assessment named in `told`
/// or the one that counts. Sentences, at most two a system and of the first few systems only.
Result<QStringList> frontMatterRemarks(const Connection &connection, const Catalogue &catalogue,
                                       const QList<Id<AiSystem>> &systems, const NamedAssessments &told = {});

}
