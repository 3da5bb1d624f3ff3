#pragma once

#include "core/delivery/openedpackage.h"

class QThread;

namespace plimsoll {

/// A package as somebody checked it, against the seal its sender told or against none.
struct CheckedPackage
{
    QString path;
    std::optional<Digest> seal;

    friend bool operator==(const CheckedPackage &, const CheckedPackage &) = default;
};

/// Proves the package at `path` and opens it with its evidence, to be read by the pages of the window, whose
/// thread `window` is. For a job: it may be large.
Result<std::shared_ptr<OpenedPackage>> packageToRead(const QString &path, const Clock &clock, QThread &window,
                                                     const Progress &progress);

/// The same of one that was checked. Refused when its seal is another by now.
Result<std::shared_ptr<OpenedPackage>> packageToRead(const CheckedPackage &package, const Clock &clock,
                                                     QThread &window, const Progress &progress);

/// What the package that is read here was checked against; nothing when it was not checked before.
std::optional<CheckedPackage> checkBehind(const Workspace &workspace);

/// The path of the package that is read here in place of a workspace; empty in a workspace.
QString packageBehind(const Workspace &workspace);

}
