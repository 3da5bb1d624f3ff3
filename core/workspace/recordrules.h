#pragma once

#include "core/storage/rule.h"

namespace plimsoll {

/// The rules every commit has to pass, of all concepts.
QList<Rule> recordRules();

/// Whether the rules will refuse to take the change back whatever happens: it closes an assessment or enters
/// what was issued.
bool isForGood(const ChangeSet &changeSet);

}
