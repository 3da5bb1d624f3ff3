#pragma once

#include "core/storage/rule.h"

#include <QSet>

namespace plimsoll {

/// Refuses to call a system so that people take it for another one; see SystemNames::confusions(). Two that
/// were taken for each other already, in a record of an older program, are mended one after the other, and
/// come back as they were when one of them was removed.
Done systemsAreToldApart(const ChangeSet &changeSet, const Connection &connection);

/// Refuses to call a platform like a system, or a system like a platform: commands take the name of either.
/// What was called alike in a record of an older program stays until one of them is called otherwise.
Done platformsAreNoSystems(const ChangeSet &changeSet, const Connection &connection);

/// Refuses a name of a person, party, platform or system in which people see nothing.
Done namesAreVisible(const ChangeSet &changeSet, const Connection &connection);

/// The names of platforms, as they are heard; not of those that were removed.
Result<QSet<QString>> platformWords(const Connection &connection);

}
