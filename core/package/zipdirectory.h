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

/// The entries of a ZIP file's central directory, in its order. libzip writes a space where a name has a NUL,
/// so whoever asked it alone would judge another name than the next tool sees; and it does not tell where an
/// entry lies. Empty when there is no directory to be found, or one of more than `longest` bytes.
QList<ZipDirectoryEntry> zipDirectory(QIODevice &archive, qint64 longest);

}
