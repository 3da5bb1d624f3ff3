#pragma once

#include "core/assessment/response.h"
#include "core/catalogue/catalogue.h"
#include "core/evidence/evidence.h"
#include "core/record/changeset.h"
#include "core/storage/connection.h"
#include "core/workspace/occasion.h"

namespace plimsoll {

/// An open self-assessment of the system's present version, as a value.
Assessment newAssessment(const Catalogue &catalogue, const AiSystem &system, const Occasion &occasion);
/// The same of a platform, whose answers systems inherit.
Assessment newAssessment(const Catalogue &catalogue, const Platform &platform, const Occasion &occasion);

/// The open assessment of a system or platform; else the one closed last; nothing when it never had one.
Result<std::optional<Assessment>> currentAssessment(const Connection &connection, const Id<AiSystem> &system);
Result<std::optional<Assessment>> currentAssessment(const Connection &connection,
                                                    const Id<Platform> &platform);

/// What the front pages of a report say of an assessment; what is left out stays as it is.
struct AssessmentDescription
{
    std::optional<AssessmentPurpose> purpose = {};
    std::optional<std::optional<QDate>> periodFrom = {};
    std::optional<std::optional<QDate>> periodTo = {};
    std::optional<QString> scopeIn = {};
    std::optional<QString> scopeOut = {};
    std::optional<Id<Person>> assessor = {};
    std::optional<QString> independence = {};
    std::optional<QString> methods = {};
    std::optional<QString> intendedReaders = {};
    std::optional<QString> limitations = {};
};

/// Describes the open assessment of the system. Refused when none is open.
Result<ChangeSet> planDescription(const Connection &connection, const AiSystem &system,
                                  const AssessmentDescription &description);

/// Starts the next assessment: pre-filled from the one before, each answer marked "carried, not reconfirmed".
/// Refused while one is open.
Result<ChangeSet> planStart(const Connection &connection, const Catalogue &catalogue, const AiSystem &system,
                            const Occasion &occasion, const AssessmentDescription &description = {});

/// Closes the open assessment: from then on nothing in it changes. Refused when none is open.
Result<ChangeSet> planClose(const Connection &connection, const AiSystem &system, const Occasion &occasion);

/// What is to be changed in the answers of some items; what is left out stays.
struct AnswerChange
{
    std::optional<Answer> answer = {};
    std::optional<QString> rationale = {};
    /// What the person began with. When somebody else has written another one meanwhile, the change is
    /// refused as a conflict.
    std::optional<QString> rationaleBefore = {};
    std::optional<std::optional<Id<Person>>> owner = {};
    std::optional<std::optional<QDate>> due = {};
    std::optional<std::optional<Id<Person>>> approver = {};
    std::optional<std::optional<QDate>> reviewOn = {};
    std::optional<QString> overrideReason = {};
    QList<Id<Evidence>> evidence = {}; ///< to be attached besides what is attached already
};

/// One item of one assessment.
struct ItemOfAssessment
{
    Id<Assessment> assessment;
    QString item;

    friend bool operator==(const ItemOfAssessment &, const ItemOfAssessment &) = default;
};

/// A change planned for several items, with what it would overwrite: the responses that say something else
/// now, common answers that are inherited so far among them.
struct PlannedAnswers
{
    ChangeSet changeSet;
    QList<Response> overwritten;
    int attached = 0; ///< uses of evidence that are new
};

/// Sets the same in one or many items, in one change set with a name. Touching an answer reconfirms a carried
/// one; evidence that is only attached leaves it as it is. An answer against a common one is refused
/// without a reason; where nothing is inherited the reason is left out.
Result<PlannedAnswers> planAnswers(const Connection &connection, const QList<ItemOfAssessment> &items,
                                   const AnswerChange &change);

}
