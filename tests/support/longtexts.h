#pragma once

#include "core/workspace/workspace.h"

#include <QStringList>

namespace plimsoll {

/// Writes the text, with a number behind it that tells rows apart, into every field of the record in which
/// people write as they like, one change for each kind of thing; answers the fields it filled, as
/// "ai_system.name".
QStringList fillEveryText(Workspace &workspace, const QString &text);

}
