#pragma once

#include "core/exchange/registertable.h"
#include "core/inventory/systemnames.h"
#include "core/record/changeset.h"

namespace plimsoll {

/// How the system of the row is called once that is brought in; `before` is null for a new one, which is
/// known by its row meanwhile.
SystemName nameAfter(const RegisterLine &line, const AiSystem *before);

/// Why systems are not called so, in the order of `names`; empty where they are. They are looked at as they
/// would all be called together: names may change places. One that is refused keeps the name it has in
/// `before`; where two of them want the same, the first has it.
QStringList refusalsOfNames(const SystemNames &before, const QList<SystemName> &names);

/// Takes the changed names of systems out of the change sets into one of their own, before all others: they
/// may have changed places, and one alone would be refused.
void bringNamesForward(QList<ChangeSet> &changeSets);

}
