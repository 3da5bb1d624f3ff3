#pragma once

#include "core/base/unfinished.h"

#include <QIODevice>

#include <memory>

class QFile;

namespace plimsoll {

/// A file that appears under its name whole and durable, or not at all: it is written beside its place under
/// a temporary name, synced, and renamed. Until commit() has answered, what had the name before is untouched;
/// without commit() the temporary file is removed, by the next who writes there if the program was killed.
class AtomicFile
{
public:
    static Result<AtomicFile> create(const QString &path);

    AtomicFile(AtomicFile &&) noexcept;
    AtomicFile &operator=(AtomicFile &&) = delete;
    ~AtomicFile();

    Done write(QByteArrayView bytes) { return m_unfinished.file().write(bytes); }
    /// The same file for those who write to a device; not to be mixed with write(), and gone with commit().
    /// QIODevice::Unbuffered spares those who write in large blocks that every byte is copied once more.
    Result<QFile *> device(QIODevice::OpenMode buffering = {});
    /// Puts the file in its place, replacing what was there, and returns when that is durable.
    Done commit();

private:
    AtomicFile(QString path, Unfinished unfinished);

    QString m_path;
    Unfinished m_unfinished;
    std::unique_ptr<QFile> m_device;
};

}
