#pragma once

#include "core/storage/rule.h"

namespace plimsoll {

/// The rules every commit has to pass, of all concepts.
QList<Rule> recordRules();

}
