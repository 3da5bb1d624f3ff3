#pragma once

#include "core/evidence/issuedsystem.h"
#include "core/storage/connection.h"

#include <QSet>

namespace plimsoll {

/// Which systems a package of the register is about; nothing of one that an earlier program entered, which
/// says it in words alone.
using SystemsOfPackages = QHash<Id<IssuedPackage>, QSet<Id<AiSystem>>>;

Result<SystemsOfPackages> systemsOfPackages(const Connection &connection);

}
