#pragma once

#include "core/catalogue/mapping.h"
#include "core/delivery/belongingrows.h"
#include "core/delivery/namedassessments.h"
#include "core/delivery/packagedevidence.h"
#include "core/evidence/filechecks.h"
#include "core/inventory/asset.h"
#include "core/inventory/limitation.h"
#include "core/journal/journal.h"
#include "core/workspace/outdated.h"
#include "core/workspace/profile.h"

namespace plimsoll {

/// Who can be named in a report.
struct Named
{
    QHash<Id<Person>, Person> persons;
    QHash<Id<Party>, Party> parties;
};

/// One system as it leaves the house.
struct SystemFile
{
    Checklist checklist;
    QList<Asset> assets;
    QList<Limitation> limitations;
    Named named; ///< in a closed assessment as they were called then
    std::optional<Outdated> outdated;

    [[nodiscard]] QString nameOf(const std::optional<Id<Person>> &person) const
    {
        return person ? named.persons.value(*person).name : QString();
    }
};

/// All that leaves the house about some systems, read from one moment of the record.
struct Dossier
{
    std::shared_ptr<const Catalogue> catalogue;
    std::vector<MappingSet> mappings;
    WorkspaceProfile profile;
    QString organisation;
    std::vector<SystemFile> systems; ///< by number
    PackagedEvidenceList evidence;   ///< in the order of the provisions it serves
    FileChecks checks;               ///< of its files, as far as they were checked
    BelongingRows rows;
    JournalHead head;
    QStringList restorations; ///< see restorationsInWords()
    QDate today;

    /// Names and versions, separated by commas.
    [[nodiscard]] QString systemsInWords() const;
};

/// Reads the dossier from a connection nobody writes through; refused when a system is not there or none is
/// named, and when what a closed assessment rested on was not written down.
Result<Dossier> readDossier(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                            const QList<Id<AiSystem>> &systems, QDate today,
                            const NamedAssessments &assessments = {});

}
