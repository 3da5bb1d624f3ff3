#pragma once

#include "core/base/result.h"
#include "core/package/bagtext.h"

#include <QCryptographicHash>
#include <QHash>
#include <QStringList>

#include <optional>

namespace plimsoll {

/// One list of a package: which file has which fingerprint, by one algorithm.
struct Manifest
{
    QString path;
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    QHash<QString, QByteArray> digests; ///< raw fingerprint by path
    QStringList warnings;               ///< what is allowed but should not be

    [[nodiscard]] bool isWeak() const
    {
        return algorithm == QCryptographicHash::Md5 || algorithm == QCryptographicHash::Sha1;
    }
};

/// The algorithm in "manifest-sha256.txt" or "tagmanifest-sha256.txt", with the given beginning; nothing when
/// the name is no manifest's or the algorithm none that can be checked.
std::optional<QCryptographicHash::Algorithm> manifestAlgorithm(const QString &path,
                                                               QLatin1StringView beginning);

/// Reads lines "fingerprint  path" with the leniency the declared version grants: '*' before the path and
/// "./" in it with a warning, percent-encoded CR, LF and %, the same line twice before 1.0. Unsafe paths and
/// one path with two fingerprints are refused.
Result<Manifest> readManifest(const QString &text, const QString &path,
                              QCryptographicHash::Algorithm algorithm, const BagDeclaration &declaration);

}
