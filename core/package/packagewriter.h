#pragma once

#include "core/base/digest.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/package/packagecontent.h"

namespace plimsoll {

/// What a written package is known by.
struct WrittenPackage
{
    Digest seal;             ///< SHA-256 of tagmanifest-sha256.txt, to be sent by another channel
    qint64 payloadBytes = 0; ///< in data/
    qsizetype payloadFiles = 0;
    QList<Digest> digests; ///< of the payload, in the order of PackageContent::payload
};

/// Writes the package as one ZIP file at `path`, replacing what was there only when all is written and on the
/// disk. Refused or cancelled, it leaves nothing behind.
Result<WrittenPackage> writeZipPackage(const PackageContent &content, const QString &path,
                                       const Progress &progress);

/// Writes the package as the folder `path`, which must not exist yet. Refused or cancelled, it leaves nothing
/// behind.
Result<WrittenPackage> writeFolderPackage(const PackageContent &content, const QString &path,
                                          const Progress &progress);

}
