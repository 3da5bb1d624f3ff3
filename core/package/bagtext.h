#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringDecoder>

#include <optional>
#include <utility>

namespace plimsoll {

/// What bagit.txt says.
struct BagDeclaration
{
    int major = 1;
    int minor = 0;
    QStringConverter::Encoding encoding = QStringConverter::Utf8; ///< of the other tag files

    [[nodiscard]] bool isAtLeast(int otherMajor, int otherMinor) const
    {
        return std::pair(major, minor) >= std::pair(otherMajor, otherMinor);
    }
    [[nodiscard]] QString version() const { return QStringLiteral("%1.%2").arg(major).arg(minor); }
};

using BagPairs = QList<std::pair<QString, QString>>;

/// Reads bagit.txt of BagIt 0.93 to 1.0 (RFC 8493): two lines, UTF-8 without a byte-order mark.
Result<BagDeclaration> readBagDeclaration(const QByteArray &bytes);

/// The text of a tag file in the declared encoding, line ends as '\n'; refused when it is not in that
/// encoding.
Result<QString> decodeTagFile(const QByteArray &bytes, const BagDeclaration &declaration,
                              const QString &path);

/// Reads "Label: value" lines with folded continuations, as bag-info.txt has them.
Result<BagPairs> readBagPairs(const QString &text, const QString &path);

/// Bytes and files of the payload as Payload-Oxum states them.
struct PayloadTotals
{
    qint64 bytes = 0;
    qint64 files = 0;

    friend bool operator==(const PayloadTotals &, const PayloadTotals &) = default;
};

/// Reads "bytes.files".
std::optional<PayloadTotals> readOxum(const QString &text);

}
