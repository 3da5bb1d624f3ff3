#pragma once

#include "core/base/digest.h"
#include "core/base/diskfile.h"
#include "core/base/progress.h"

namespace plimsoll {

/// What one pass over a file's bytes tells of them.
struct Intake
{
    Digest digest;
    qint64 size = 0;
    QByteArray beginning; ///< enough of the first bytes to recognise the kind of file
};

/// Copies `source` into `target` and fingerprints the very bytes that are written, in one pass and a few
/// fixed buffers. A large file is copied by another thread while the calling one fingerprints the copy.
/// Refuses a source that is not a regular file, cannot be read, or changes meanwhile. `progress` counts the
/// bytes of this file.
Result<Intake> copyHashed(const QString &source, DiskFile &target, const Progress &progress);

/// The same for bytes at hand.
Result<Intake> writeHashed(QByteArrayView bytes, DiskFile &target);

/// The fingerprint of what remains to be read of the file.
Result<Digest> digestOf(DiskFile &file, const Progress &progress);

}
