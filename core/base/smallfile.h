#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace plimsoll {

/// The whole content of a regular file of at most `most` bytes: for what the program notes down for itself
/// beside the record, where anybody who may write there could have put a pipe that never answers, or a device
/// that never ends. Refused like DiskFile::openToRead(), and where the file is larger.
Result<QByteArray> contentOfSmallFile(const QString &path, qint64 most);

}
