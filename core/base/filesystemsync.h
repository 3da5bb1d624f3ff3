#pragma once

#include "core/base/result.h"

namespace plimsoll {

/// Makes many new files durable in one go, where the operating system can (Linux), many times faster than one
/// by one. Open it before the first of them is written, so that no error of the disk in between goes unseen.
class FileSystemSync
{
public:
    /// Whether this operating system can; where not, each file is to be synced by itself.
    [[nodiscard]] static bool isAvailable();
    static Result<FileSystemSync> open(const QString &folder);

    FileSystemSync(FileSystemSync &&other) noexcept;
    FileSystemSync &operator=(FileSystemSync &&) = delete;
    ~FileSystemSync();

    /// Returns when everything written to the folder's file system is durable.
    Done wait();

private:
    FileSystemSync(QString folder, int handle);

    QString m_folder;
    int m_handle = -1;
};

}
