#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

namespace plimsoll {

/// Makes the sample workspace in `folder`, evidence files included, through the ordinary way to write; the
/// journal tells it as the story that leads up to the day that `now` shows. Refuses a folder that holds
/// anything; when refused or cancelled, what was made is removed again.
Done makeSampleWorkspace(const QString &folder, const Clock &now, const Progress &progress = unwatched());

}
