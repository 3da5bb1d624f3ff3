#pragma once

#include "core/base/result.h"

#include <QString>

namespace plimsoll {

/// Refuses, as evidence, an address that leads anywhere but to a page of the web: whoever opens a report or a
/// package must be able to follow it without a script running or a file of their own being read.
Done checkLinkAddress(const QString &address);

}
