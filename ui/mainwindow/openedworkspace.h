#pragma once

#include "core/workspace/workspace.h"
#include "ui/mainwindow/restorationnotice.h"

#include <memory>

class QThread;

namespace plimsoll {

/// A workspace made ready for the window: whoever's account it is acts, and what was restored is known.
struct OpenedWorkspace
{
    std::unique_ptr<Workspace> workspace;
    KnownRestorations restorations;
};

/// Opened on the calling thread and handed over to the window's. Whoever may not write it can still look at
/// it.
Result<OpenedWorkspace> openedFor(QThread &window, const QString &folder, const Clock &clock);
/// The same of a new one.
Result<OpenedWorkspace> createdFor(QThread &window, const QString &folder, const NewWorkspace &start,
                                   const Clock &clock);

}
