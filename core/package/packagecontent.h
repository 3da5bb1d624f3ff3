#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QUuid>

#include <functional>
#include <optional>
#include <utility>

namespace plimsoll {

/// How a file lies in the archive: stored as it is (images, PDF, archives, weights) or deflated (text).
enum class Packing { Store, Deflate };

/// What a file of the payload holds: `bytes`, or, when `file` names one, the `size` bytes of that file.
struct PayloadBytes
{
    QByteArray bytes{};
    QString file{};
    qint64 size = 0;
};

/// One file of the payload. Its content is as with PayloadBytes, unless it is still being made.
struct PayloadEntry
{
    QString path{}; ///< in the package: "data/evidence/0001-policy.pdf"; see payloadName()
    QByteArray bytes{};
    QString file{};
    qint64 size = 0;        ///< of `file`; not looked at for `bytes`
    QString originalName{}; ///< as people know it, any Unicode
    QString mediaType{};    ///< "application/pdf"
    Packing packing = Packing::Store;
    std::optional<Digest> digest{}; ///< what the content must be; a difference refuses the whole package
    /// Set for what is being made while the entries before it are packed: waits for it. Asked on another
    /// thread, each time the package is written.
    std::function<Result<PayloadBytes>()> whenMade{};
};

/// The name-value pairs of bag-info.txt. Payload-Oxum and Bagging-Date are computed.
struct BagInfo
{
    QString sourceOrganization;
    QUuid externalIdentifier;
    QString software = QStringLiteral("Plimsoll " PLIMSOLL_VERSION);
    QList<std::pair<QString, QString>> more; ///< for instance {"Plimsoll-Sample", "SAMPLE"}
};

/// All that goes into one audit package. Equal content gives equal bytes.
struct PackageContent
{
    QString name; ///< the top folder; see packageName()
    QDateTime at; ///< stamped on every file and into Bagging-Date
    BagInfo info;
    QList<PayloadEntry> payload;
};

/// The number of bytes the file will have in the package.
qint64 sizeOf(const PayloadBytes &content);
/// The number of bytes of an entry, if it is not still being made.
std::optional<qint64> knownSizeOf(const PayloadEntry &entry);
/// The content of the entry, made when it was not yet.
Result<PayloadBytes> contentOf(const PayloadEntry &entry);

/// Refuses content from which no package could be made that every system unpacks: names that are not plain,
/// that differ only in case, that are file and folder at once, or lie outside data/; dates a ZIP cannot hold.
Done check(const PackageContent &content);

}
