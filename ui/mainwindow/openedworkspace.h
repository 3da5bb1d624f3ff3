#pragma once

#include "core/base/progress.h"
#include "core/workspace/workspace.h"
#include "ui/mainwindow/restorationnotice.h"

#include <memory>

class QThread;

namespace plimsoll {

class OpenedPackage;

/// A workspace made ready for the window: whoever's account it is acts, and what was restored is known.
struct OpenedWorkspace
{
    std::unique_ptr<Workspace> workspace; ///< or none, and
    KnownRestorations restorations;
    std::shared_ptr<OpenedPackage> package = {}; ///< what is read in its place
};

/// Opened on the calling thread and handed over to the window's: a workspace's folder, or a package. Whoever
/// may not write a workspace can still look at it.
Result<OpenedWorkspace> openedFor(QThread &window, const QString &path, const Clock &clock,
                                  const Progress &progress);
/// The same of a new one.
Result<OpenedWorkspace> createdFor(QThread &window, const QString &folder, const NewWorkspace &start,
                                   const Clock &clock);

}
