#pragma once

#include "ui/pages/evidence/evidencemodel.h"

namespace plimsoll {

class Connection;
class Workspace;

/// What the page of the evidence shows, read at one moment.
struct EvidenceReading
{
    std::vector<EvidenceRow> rows;        ///< by title
    QList<Person> persons;                ///< by name
    FileChecks checks;                    ///< that were kept of their files
    std::optional<QSet<Id<Evidence>>> of; ///< those without a row are gone; none: these are all rows
};

/// Reads these pieces, or every one.
Result<EvidenceReading> readEvidence(const Workspace &workspace, const Connection &reader,
                                     const std::optional<QSet<Id<Evidence>>> &of);

}
