#pragma once

#include "core/base/result.h"

#include <QString>

namespace plimsoll {

/// What is meant when a person chooses this path: itself, or where the link they chose ends. A link is
/// followed only within the folder it stands in: one that leads out of it is refused, as is one that leads
/// nowhere, for nobody sees from its name what would be taken.
Result<QString> meantBy(const QString &path);

}
