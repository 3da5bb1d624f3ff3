#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/package/packagereader.h"

#include <QCryptographicHash>
#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace plimsoll {

/// One file of a package and the fingerprints it should have.
struct DigestCheck
{
    QString path;
    qint64 size = 0;
    QList<std::pair<QCryptographicHash::Algorithm, QByteArray>> expected;
};

/// What came of checking many.
struct DigestCheckOutcome
{
    QStringList changed;  ///< paths, sorted
    QStringList problems; ///< sentences: what could not be unpacked or read
    qint64 bytes = 0;     ///< fingerprinted
    qint64 files = 0;
    std::optional<Error> hindrance; ///< what kept a file from being read, and says nothing of the package
};

/// Fingerprints the files of the package on all cores and compares. Memory stays the same whatever
/// their size. Refused only when cancelled.
Result<DigestCheckOutcome> checkDigests(const PackageReader &package, QList<DigestCheck> checks,
                                        const Progress &progress);

}
