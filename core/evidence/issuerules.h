#pragma once

#include "core/storage/rule.h"

namespace plimsoll {

/// Refuses to take out of the register what was issued, or a system it is about: others hold it, and what it
/// tells of has to be kept for them.
Done whatWasIssuedStays(const ChangeSet &changeSet, const Connection &connection);

/// Whether the edit enters in the register what was issued, which nothing takes back.
bool entersWhatWasIssued(const Edit &edit);

}
