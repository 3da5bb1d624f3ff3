#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

namespace plimsoll {

/// How large a workspace is wanted for measuring.
struct LargeWorkspace
{
    int systems = 0;
    double answered = 0; ///< the part of each system's applicable items that is answered, from 0 to 1
};

/// Makes a workspace of many systems, registered from the catalogue's presets and answered by chance, the
/// same chance each time. Written through the ordinary way to write, in batches that share a group. Refuses a
/// folder that holds anything; when refused or cancelled, what was made is removed again.
Done makeLargeWorkspace(const QString &folder, const LargeWorkspace &wanted, const Clock &clock,
                        const Progress &progress = unwatched());

}
