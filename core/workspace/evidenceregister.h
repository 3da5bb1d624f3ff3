#pragma once

#include "core/assessment/response.h"
#include "core/evidence/evidenceuse.h"
#include "core/record/changeset.h"
#include "core/storage/connection.h"

#include <QSet>

#include <vector>

namespace plimsoll {

/// A piece of evidence, and how many items of how many systems and platforms it serves in their present
/// assessments; what it served in assessments that another has followed is not counted.
struct RegisteredEvidence
{
    Evidence evidence;
    int items = 0;
    int systems = 0;

    friend bool operator==(const RegisteredEvidence &, const RegisteredEvidence &) = default;
};

/// Every piece of evidence that is not removed, once.
Result<std::vector<RegisteredEvidence>> readEvidenceRegister(const Connection &connection);
/// The same of these alone; those that are gone are left out.
Result<std::vector<RegisteredEvidence>> readEvidenceRegister(const Connection &connection,
                                                             const QSet<Id<Evidence>> &wanted);

/// How many items each of these serves, counted as above; what serves none is left out.
Result<QHash<Id<Evidence>, int>> itemsServedBy(const Connection &connection,
                                               const QList<Id<Evidence>> &evidence);

/// The stored files of these.
QSet<Digest> filesOf(const std::vector<RegisteredEvidence> &lines);

/// The pieces whose line in the register a change may alter; nothing: any of them.
std::optional<QSet<Id<Evidence>>> evidenceTouchedBy(const ChangeSet &changeSet);

/// One item that a piece of evidence serves in a present assessment.
struct ServedItem
{
    EvidenceUse use;
    std::optional<Id<AiSystem>> system; ///< none: a platform's
    QString holder;                     ///< the system with its version, or the platform
    Answer answer = Answer::NotAnswered;
    bool isOpen = false; ///< the assessment is not closed, so the use can be taken away

    friend bool operator==(const ServedItem &, const ServedItem &) = default;
};

Result<QList<ServedItem>> readServedItems(const Connection &connection, const Id<Evidence> &evidence);

/// An assessment that evidence can be attached in: of a system in scope, or of a platform.
struct OpenAssessment
{
    Id<Assessment> id;
    QString holder; ///< the system with its version, or the platform

    friend bool operator==(const OpenAssessment &, const OpenAssessment &) = default;
};

Result<QList<OpenAssessment>> readOpenAssessments(const Connection &connection);

}
