#pragma once

#include "core/delivery/openedpackage.h"

class QThread;

namespace plimsoll {

/// Proves the package at `path` and opens it with its evidence, to be read by the pages of the window, whose
/// thread `window` is. For a job: it may be large.
Result<std::shared_ptr<OpenedPackage>> packageToRead(const QString &path, const Clock &clock, QThread &window,
                                                     const Progress &progress);

/// The path of the package that is read here in place of a workspace; empty in a workspace.
QString packageBehind(const Workspace &workspace);

}
