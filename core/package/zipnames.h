#pragma once

#include <QByteArray>
#include <QList>

class QIODevice;

namespace plimsoll {

/// The names in a ZIP file's central directory, byte for byte and in its order. libzip writes a space where a
/// name has a NUL, so whoever asked it alone would judge another name than the next tool sees. Empty when
/// there is no directory to be found, or one of more than `longest` bytes.
QList<QByteArray> rawZipNames(QIODevice &archive, qint64 longest);

}
