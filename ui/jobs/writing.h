#pragma once

#include "core/workspace/workspace.h"

#include <functional>

class QObject;

namespace plimsoll {

/// Writes the change and says what came of it on the GUI thread, unless `context` is gone by then. A change
/// without an edit writes nothing, and nothing is said.
void writeToRecord(Workspace &workspace, const ChangeSet &changeSet, QObject *context,
                   std::function<void()> written, std::function<void(const Error &)> refused);

}
