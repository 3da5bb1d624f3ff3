#pragma once

#include "core/assessment/platform.h"
#include "core/record/changeset.h"
#include "core/workspace/outdated.h"
#include "core/workspace/problems.h"

#include <variant>

namespace plimsoll {

class Workspace;

/// Whose checklist: a system's, one of its closed assessments, or the common answers of a platform.
using ChecklistSubject = std::variant<Id<AiSystem>, Id<Assessment>, Id<Platform>>;

/// What the checklist's page shows, read at one moment; never changed afterwards, so every part may hold it.
struct ChecklistReading
{
    Checklist checklist;
    QList<Problem> problems; ///< in the order of the items
    QList<Person> persons;   ///< who may own an answer, by name
    std::optional<Outdated> outdated = {};
    FileChecks checks = {}; ///< of its evidence, as far as they were kept

    [[nodiscard]] bool isOpen() const { return checklist.assessment && !checklist.assessment->closedOn; }
    /// Whose answers these are; null where there is no assessment.
    [[nodiscard]] Id<Assessment> assessment() const;
    [[nodiscard]] QStringList problemsOf(const ChecklistLine &line) const;
    /// The person's name; empty for nobody.
    [[nodiscard]] QString nameOf(const std::optional<Id<Person>> &person) const;
};

using SharedReading = std::shared_ptr<const ChecklistReading>;

Result<SharedReading> readForPage(const Connection &connection,
                                  const std::shared_ptr<const Catalogue> &catalogue,
                                  const ChecklistSubject &subject, const QDate &today);

/// Whether a change of the record may change what a checklist shows.
bool concernsChecklists(const ChangeSet &changeSet);

}
