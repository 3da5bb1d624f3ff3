#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QStringList>

#include <vector>

namespace plimsoll {

/// Something in a dropped folder that is not taken, and the sentence that says why.
struct LeftOut
{
    QString path;
    QString reason;
};

/// The files of a dropped folder and of the folders below it.
struct FolderListing
{
    QStringList files; ///< absolute paths, sorted
    std::vector<LeftOut> leftOut;
};

/// How much of a dropped folder is looked at.
struct FolderLimits
{
    qsizetype files = 100'000;
    int depth = 64;
};

/// Lists the regular files in and below a folder, hidden ones too. Links that lead out of it, or nowhere, are
/// left out, as are pipes, sockets and devices; links within it are passed over, for what they lead to is
/// listed itself. A folder with more files than the limit is refused whole. `progress` counts files found.
Result<FolderListing> walkFolder(const QString &folder, const Progress &progress = unwatched(),
                                 FolderLimits limits = {});

/// What of several things dropped together can be taken: the folders as by walkFolder(), every other thing by
/// itself, a link as what it leads to within its folder, see meantBy(). Files that cannot be read, and empty
/// ones, are left out. Nothing is listed twice.
Result<FolderListing> walkDropped(const QStringList &paths, const Progress &progress = unwatched(),
                                  FolderLimits limits = {});

}
