#pragma once

#include "core/base/diskfile.h"

namespace plimsoll {

/// A file that appears under its name whole and durable, or not at all: it is written beside its place under
/// a temporary name, synced, and renamed. Until commit() has answered, what had the name before is untouched;
/// without commit() the temporary file is removed.
class AtomicFile
{
public:
    static Result<AtomicFile> create(const QString &path);

    AtomicFile(AtomicFile &&) noexcept = default;
    AtomicFile &operator=(AtomicFile &&) = delete;
    ~AtomicFile();

    Done write(QByteArrayView bytes) { return m_file.write(bytes); }
    /// Puts the file in its place, replacing what was there, and returns when that is durable.
    Done commit();

private:
    AtomicFile(QString path, DiskFile file);

    QString m_path;
    DiskFile m_file;
};

}
