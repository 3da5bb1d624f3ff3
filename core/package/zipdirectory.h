#pragma once

#include <QByteArray>
#include <QList>

class QIODevice;

namespace plimsoll {

/// One entry of a ZIP file's central directory.
struct ZipDirectoryEntry
{
    QByteArray name;    ///< byte for byte
    quint64 header = 0; ///< where its local header lies in the archive
};

/// A ZIP file's central directory.
struct ZipDirectory
{
    QList<ZipDirectoryEntry> entries; ///< in its order
    quint64 begin = 0;                ///< where it lies in the archive
    quint64 behind = 0;               ///< bytes behind it that belong to no record of the archive: a comment
};

/// Reads the directory. libzip writes a space where a name has a NUL,
/// so whoever asked it alone would judge another name than the next tool sees; and it does not tell where an
/// entry lies. Empty when there is no directory to be found, or one of more than `longest` bytes.
ZipDirectory zipDirectory(QIODevice &archive, qint64 longest);

/// How many bytes of the archive lie between its entries, or behind all, and belong to none. `packed` says of
/// each entry how long its content is there.
quint64 unclaimedBytes(QIODevice &archive, const ZipDirectory &directory, const QList<quint64> &packed);

}
