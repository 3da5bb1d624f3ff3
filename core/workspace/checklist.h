#pragma once

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/factanswer.h"
#include "core/assessment/reliance.h"
#include "core/assessment/response.h"
#include "core/assessment/rollup.h"
#include "core/evidence/evidence.h"
#include "core/inventory/systemevent.h"
#include "core/responsibility/role.h"
#include "core/storage/connection.h"
#include "core/workspace/itemstanding.h"

#include <memory>

namespace plimsoll {

/// One item of a system's checklist with everything that is known about it.
struct ChecklistLine
{
    int ordinal = 0; ///< of Catalogue::items()
    Applicability applicability;
    std::optional<Response> own;    ///< what the system answers for itself
    std::optional<Response> common; ///< what a platform it points to answers
    QString commonSource;           ///< the platform's name, when `common` is set
    QStringList otherCommon;        ///< what other platforms answer otherwise, in words
    std::optional<ApplicabilityDecision> decision;
    std::optional<Reliance> reliance;
    QList<Id<Evidence>> evidence; ///< of the answer that counts
    QList<Id<Evidence>> beside;   ///< the system's own, where an inherited answer counts
    /// What is counted: a "met" that rests on drafts alone, see stateOn(), counts as partly met, a "not
    /// applicable" without a reason or an approver as not answered.
    Answer counted = Answer::NotAnswered;

    /// The answer that counts: the system's own, else the inherited one; null when there is neither.
    [[nodiscard]] const Response *response() const;
    /// Whether the answer that counts comes from a platform.
    [[nodiscard]] bool isInherited() const;
    /// The item applies, and what is counted is a platform's answer. Every count of inherited answers goes by
    /// this.
    [[nodiscard]] bool countsInherited() const;
    [[nodiscard]] Standing standing() const { return standingOf(applicability.state, counted); }
    /// The answer that counts is "met", and every piece of its evidence a draft.
    [[nodiscard]] bool restsOnDrafts() const;
    /// The answer that counts is "not applicable", and a reason or an approver is missing.
    [[nodiscard]] bool awaitsApproval() const;
    /// A person decided that the item does not apply, but without a reason or an approver: it applies all the
    /// same, see counts().
    [[nodiscard]] bool hasOpenDecision() const;
    /// The answer that counts, the decision that the item does not apply, or what is said of another party
    /// that bears it comes from the assessment before, and nobody has reconfirmed it.
    [[nodiscard]] bool isCarried() const;
};

/// A role of the standard and the party that holds it.
struct HeldRole
{
    Role role = Role::Developer;
    Party party;
};

/// One system held against the catalogue.
struct Checklist
{
    std::shared_ptr<const Catalogue> catalogue;
    AiSystem system;
    std::optional<Platform> platform; ///< set when these are common answers: then the system is none
    std::optional<Assessment> assessment;
    QList<HeldRole> roles;
    Circumstances circumstances;
    QList<FactAnswer> factAnswers;    ///< of persons; the circumstances hold the derived ones too
    QList<SystemEvent> events;        ///< oldest first
    std::vector<ChecklistLine> lines; ///< by ordinal of the item
    QHash<Id<Evidence>, Evidence> evidence;
    QHash<Id<Person>, Person> persons; ///< who a closed assessment names, as they were called then
    RollUp rollUp;

    [[nodiscard]] const Item &item(const ChecklistLine &line) const
    {
        return catalogue->items().at(size_t(line.ordinal));
    }
    /// Whose answers these are: the system's name, or the platform's.
    [[nodiscard]] QString name() const { return platform ? platform->name : system.name; }
    /// Why the item applies or not, in whole sentences.
    [[nodiscard]] QString reason(const ChecklistLine &line) const;
    /// The phases' counts, by index of Catalogue::phases().
    [[nodiscard]] const Tally &phase(int index) const { return rollUp.phases.at(size_t(index)); }
    /// Null when the item is none of the catalogue's.
    [[nodiscard]] const ChecklistLine *line(const QString &item) const;
    /// The person as this assessment names them: once it is closed, as they were called then.
    [[nodiscard]] Person named(const Person &present) const { return persons.value(present.id, present); }
    /// How many items apply, are due and have no answer that counts.
    [[nodiscard]] int unanswered() const;
    /// The day as of which it is judged: today, or the day its assessment was closed.
    [[nodiscard]] QDate judgedOn(QDate today) const;
};

class ClosedRecord;

/// Reads a system's checklist: as it stands on that day while its assessment is open, as it stood at the
/// closing afterwards. Refused when there is no such system.
Result<Checklist> readChecklist(const Connection &connection,
                                const std::shared_ptr<const Catalogue> &catalogue, const Id<AiSystem> &system,
                                QDate today);
/// The same of any assessment of a system, on that day while it is open. Refused when it was closed by a
/// Plimsoll that did not write down yet what it rested on.
Result<Checklist> readChecklist(const Connection &connection,
                                const std::shared_ptr<const Catalogue> &catalogue,
                                const Id<Assessment> &which, QDate today);
Result<Checklist> readChecklist(const ClosedRecord &closed,
                                const std::shared_ptr<const Catalogue> &catalogue);
/// How the answers of a system's assessment, open or closed, look under the circumstances of that day.
Result<Checklist> readPresentChecklist(const Connection &connection,
                                       const std::shared_ptr<const Catalogue> &catalogue,
                                       const Id<AiSystem> &system, QDate today);

/// Reads a platform's own checklist as it stands on that day: everything applies, nothing is inherited.
Result<Checklist> readChecklist(const Connection &connection,
                                const std::shared_ptr<const Catalogue> &catalogue,
                                const Id<Platform> &platform, QDate today);

}
