#pragma once

#include "core/record/changeset.h"
#include "core/responsibility/person.h"
#include "core/storage/connection.h"
#include "core/workspace/occasion.h"

namespace plimsoll {

/// The person that `words` names, by name, electronic mail address or id.
Result<Person> personCalled(const QString &words, const Connection &connection);

/// The party that `words` names, by name, as it is heard, or id; the organisation itself when empty.
Result<Party> partyCalled(const QString &words, const Connection &connection);

/// The change that enters a person. Refused without a name, and when the person could not be told from one
/// who is known: by another address where the name is the same, and by an address that nobody else has.
Result<ChangeSet> planNewPerson(const Person &person, const Connection &connection);

/// What the person is called; empty when the record knows nobody of that id.
Result<QString> nameOf(const Connection &connection, const Id<Person> &person);

/// The change that records that somebody has left: they stay in the record, but nobody chooses them any more.
/// Refused for whoever acts.
Result<ChangeSet> planLeaving(const Person &person, const Occasion &occasion);

/// The change that brings somebody back who had left.
ChangeSet planReturn(const Person &person);

/// The change that takes a party off the lists. Refused while it is the organisation itself, holds a role,
/// supplies a system or an asset, or has people who have not left: the refusal names what to change first.
Result<ChangeSet> planPartyRemoval(const Connection &connection, const Party &party,
                                   const Occasion &occasion);

/// The change that enters a party. Refused without a name, and when a party is called so already.
Result<ChangeSet> planNewParty(const Connection &connection, const Party &party);

/// The change that gives a person another name, address, function or party. Refused without a name, and when
/// the person could not be told from somebody any more, as in planNewPerson().
Result<ChangeSet> planPersonChange(const Connection &connection, const Person &before, const Person &after);

/// The change that gives a party another name, contact or kind. Refused without a name, when another party is
/// called so, and when the organisation itself would become somebody else.
Result<ChangeSet> planPartyChange(const Connection &connection, const Party &before, const Party &after);

}
