#pragma once

#include "app/commands/commandline.h"

#include "core/inventory/aisystem.h"
#include "core/workspace/occasion.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// The workspace in `folder`, to read: takes no lock.
Result<std::unique_ptr<Workspace>> openToRead(const std::string &folder, const Invocation &invocation);

/// The record at `place`, to read: a workspace, or an audit package, which is proven first. Takes no lock.
Result<std::shared_ptr<const Workspace>> openRecord(const std::string &place, const Invocation &invocation);

/// The workspace in `folder`, to write. Who acts is the person --as names, else the one whose account this
/// is; refused when that is nobody.
Result<std::unique_ptr<Workspace>> openToWrite(const std::string &folder, const Invocation &invocation);

/// Today, in the workspace's own time zone, and the person who acts in it.
Occasion occasionOf(const Workspace &workspace);

/// The system that `words` names: by its number ("AI-001"), or by its name where only one is called so.
Result<AiSystem> systemCalled(const QString &words, const Connection &connection);

}
