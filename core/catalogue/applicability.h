#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/circumstances.h"

namespace plimsoll {

/// Whether an item is ours to answer for one system. EN 304 223 has no column for it; it follows from role,
/// condition and event.
struct Applicability
{
    enum class State : quint8 {
        Applies,
        ConditionNotMet,     ///< not applicable: a fact is answered no, or a person decided so
        WaitsForEvent,       ///< not due yet
        BorneByAnotherParty, ///< relied upon
    };

    State state = State::Applies;
    bool isDecided = false;    ///< a person decided against the circumstances
    bool awaitsAnswer = false; ///< applies because the fact it depends on is unanswered
    bool awaitsHolder = false; ///< applies because nobody is recorded for its roles
    qint16 party = -1;         ///< index into Circumstances::holders: who bears the duty; -1 when nobody does
    qint16 fact = -1;          ///< index into Catalogue::facts(): the one it depends on
    qint16 event = -1;         ///< index into Catalogue::events(): the one it depends on

    friend bool operator==(const Applicability &, const Applicability &) = default;
};

/// By the ordinal of the item. Rules, in this order: a decision of a person; a fact answered no; nobody of
/// our own holding a role with the duty while another party does; an event not recorded yet. What nobody has
/// answered or recorded counts as applying, so that nothing is left out by omission. End-users never count as
/// holders.
std::vector<Applicability> applicabilityOf(const Catalogue &catalogue, const Circumstances &circumstances);

/// The same into a place of `catalogue.items().size()`, without allocating, for many systems in a row.
void evaluate(const Catalogue &catalogue, const Circumstances &circumstances,
              std::span<Applicability> answers);

/// What the holders of the roles say about the fact, where it follows from them: a person's answer does not
/// count then.
std::optional<bool> settledByRoles(const Fact &fact, const std::vector<RoleHolder> &holders);

/// Why, in whole sentences that name the party: "Nordbank is System Operator, and the answer to “...?” is
/// yes."
QString reasonInWords(const Catalogue &catalogue, const Circumstances &circumstances, const Item &item,
                      const Applicability &applicability);

/// What comes to apply or no longer does: so many items, which are so many whole provisions and so many
/// parts. A provision applies while any item of it does; parts are counted where the rest of their provision
/// applies before and after.
struct ApplicabilityChange
{
    int addedItems = 0;
    int removedItems = 0;
    int addedProvisions = 0;
    int removedProvisions = 0;
    int addedParts = 0;
    int removedParts = 0;

    friend bool operator==(const ApplicabilityChange &, const ApplicabilityChange &) = default;
};

/// What answering a fact adds and removes; of one that the roles settle, what it would if it were otherwise
/// and everybody kept their roles.
struct FactEffect
{
    ApplicabilityChange whenYes;
    ApplicabilityChange whenNo;

    friend bool operator==(const FactEffect &, const FactEffect &) = default;
};

FactEffect effectOfFact(const Catalogue &catalogue, const Circumstances &circumstances, const Fact &fact);

/// What a system has from the start when it is made from a preset. `party` is the organisation that keeps the
/// record.
Circumstances circumstancesOf(const Preset &preset, const Catalogue &catalogue, const QString &party,
                              const QDate &on);

}
