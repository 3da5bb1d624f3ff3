#pragma once

#include "core/assessment/closing.h"
#include "core/catalogue/catalogue.h"
#include "core/record/changeset.h"
#include "core/storage/connection.h"
#include "core/workspace/occasion.h"

#include <memory>

namespace plimsoll {

/// An open self-assessment of the system's present version, as a value.
Assessment newAssessment(const Catalogue &catalogue, const AiSystem &system, const Occasion &occasion);
/// The same of a platform, whose answers systems inherit.
Assessment newAssessment(const Catalogue &catalogue, const Platform &platform, const Occasion &occasion);

/// Of all assessments of one system or platform the open one; else the one closed last; nothing of none.
std::optional<Assessment> currentOf(const QList<Assessment> &assessments);
/// The same, as the record holds them.
Result<std::optional<Assessment>> currentAssessment(const Connection &connection, const Id<AiSystem> &system);
Result<std::optional<Assessment>> currentAssessment(const Connection &connection,
                                                    const Id<Platform> &platform);

/// All assessments of a system, the one begun first at the front: people number them in this order from 1.
Result<QList<Assessment>> assessmentsOf(const Connection &connection, const Id<AiSystem> &system);

/// What closing the system's open assessment on that day would write down.
Result<Closing> closingOf(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                          const Assessment &open, QDate on);

/// A platform a system points to, with the assessment that counts of it.
struct InheritedFrom
{
    Platform platform;
    Assessment assessment;
};

/// Where a system inherits answers from, by the name of the platform: where several answer the same item, the
/// first counts.
Result<QList<InheritedFrom>> inheritsFrom(const Connection &connection, const Id<AiSystem> &system);

/// What the front pages of a report say of an assessment; what is left out stays as it is.
struct AssessmentDescription
{
    std::optional<AssessmentPurpose> purpose = {};
    std::optional<std::optional<QDate>> periodFrom = {};
    std::optional<std::optional<QDate>> periodTo = {};
    std::optional<QString> scopeIn = {};
    std::optional<QString> scopeOut = {};
    std::optional<std::optional<Id<Person>>> assessor = {};
    std::optional<QString> independence = {};
    std::optional<QString> methods = {};
    std::optional<QString> intendedReaders = {};
    std::optional<QString> limitations = {};
};

/// Describes the open assessment of the system. What is said of the assessor's independence goes with the
/// assessor: of another one it is said anew. Refused when none is open.
Result<ChangeSet> planDescription(const Connection &connection, const AiSystem &system,
                                  const AssessmentDescription &description);

/// Starts the next assessment: pre-filled from the one before, each answer marked "carried, not reconfirmed".
/// Kind, assessor and independence come along together; no assessor who has left does, and the independence
/// is that of the same assessor alone. Its period begins on the day after the last one's end, or today when
/// that day is yet to come. Refused while one is open.
Result<ChangeSet> planStart(const Connection &connection, const Catalogue &catalogue, const AiSystem &system,
                            const Occasion &occasion, const AssessmentDescription &description = {});

/// How many due items an assessment leaves, or is about to leave, unanswered, in a sentence.
QString unansweredInWords(int unanswered);
/// The same of the items with days of the period that no evidence covers; empty where there are none.
QString uncoveredInWords(int uncovered);

/// That closing on that day ends a period whose end nobody has set; empty where somebody has.
QString periodEndInWords(const Assessment &open, QDate day);

/// The assessment closed on that day: of a period whose end nobody has set, or of no period, it is the last.
Assessment asClosed(Assessment open, QDate day);

/// Closes the open assessment: from then on nothing in it changes, and how the system and all it rests on
/// were is kept with it. Refused when none is open, and before the period it speaks of has begun.
Result<ChangeSet> planClose(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                            const AiSystem &system, const Occasion &occasion);

}
