#pragma once

#include "core/base/digest.h"
#include "core/base/progress.h"
#include "core/base/result.h"

namespace plimsoll {

class PackageReader;
class Workspace;

/// Copies one file of the package to `target` piece by piece, for it may be of any length, and answers its
/// fingerprint. `progress` is told the bytes of this file.
Result<Digest> copyOut(PackageReader &package, const QString &path, const QString &target,
                       const Progress &progress = unwatched());

/// Copies every evidence file that the record names and the package holds into the workspace's evidence
/// folder. Refused when one of them is not what its fingerprint says.
Done unpackEvidence(PackageReader &package, const Workspace &workspace, const Progress &progress);

}
