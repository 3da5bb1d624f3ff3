#pragma once

#include "core/base/result.h"

#include <QString>

namespace plimsoll {

/// Refuses a folder in which the making of a workspace was interrupted: a database in which nothing was ever
/// recorded, or none yet, beside folders that are empty. Nothing of anybody's is in such a folder, and
/// nothing becomes of it. Any other folder is fine here.
Done refuseUnfinishedWorkspace(const QString &folder);

}
