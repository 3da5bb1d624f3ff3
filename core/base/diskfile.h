#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

#include <optional>
#include <span>

namespace plimsoll {

/// Tells one state of a file from another: between two equal stamps nothing was written to it.
struct FileStamp
{
    quint64 device = 0;
    quint64 file = 0;
    qint64 size = 0;
    qint64 modifiedNanoseconds = 0;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// A regular file on disk, held open. Refusals name the file and the way out.
///
/// QFile does not serve here: it opens pipes and devices (and waits on them for ever), follows links, and
/// cannot make what it wrote durable.
class DiskFile
{
public:
    /// Anything but a regular file (folder, link, pipe, socket, device) is refused without being opened.
    static Result<DiskFile> openToRead(const QString &path);
    /// Creates a file; one that exists already is refused. Refusals call it `shownAs`, for a temporary name
    /// tells a person nothing.
    static Result<DiskFile> create(const QString &path, const QString &shownAs);
    /// The file of this user at `path` that claim() was called for by a program that does not live any more,
    /// and which this handle now holds in its place; nothing when it still lives, or nobody can tell.
    static std::optional<DiskFile> takeAbandoned(const QString &path);
    /// The stamp of what lies at `path` now, links not followed.
    static Result<FileStamp> stampAt(const QString &path);

    DiskFile(DiskFile &&other) noexcept;
    DiskFile &operator=(DiskFile &&other) noexcept;
    ~DiskFile();

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Result<FileStamp> stamp() const;

    /// Fills the buffer as far as the file reaches and says how many bytes that were; 0 at the end.
    Result<qsizetype> read(std::span<char> buffer);
    Done write(QByteArrayView bytes);
    /// Holds the file until this handle is closed, by whatever end the program comes to; false when somebody
    /// else holds it or took it away.
    [[nodiscard]] bool claim();
    /// Takes away everybody's right to write to the file; this handle keeps its own.
    Done makeReadOnly();
    /// Hands what was written to the disk without waiting for it, so that a later sync has less to wait for.
    void startSync();
    /// Returns when the content is durable: a power cut after this loses nothing of it.
    Done sync();
    /// Renames the file within one file system, replacing what was there, and closes it. Durable after
    /// syncFolder() of the new folder.
    Done moveTo(const QString &path);
    [[nodiscard]] int handle() const { return m_handle; }
    /// The operating system's handle, which the caller closes from now on.
    int release();

private:
    DiskFile(QString path, QString shownAs, int handle);
    void close();
    /// One call to the operating system each; -1 leaves the reason in `errno`.
    qint64 readSome(std::span<char> buffer);
    qint64 writeSome(QByteArrayView bytes);

    QString m_path;
    QString m_shownAs;
    int m_handle = -1;
    qint64 m_written = 0;
    qint64 m_handedToDisk = 0;
};

/// Begins to write what lies in a part of the open file to the disk, and does not wait for it.
void handToDisk(int handle, qint64 from, qint64 size);

/// Renames within one file system, replacing what was there. Durable after syncFolder() of the new folder.
Done moveFile(const QString &from, const QString &to);

/// Returns when the names in the folder are durable.
Done syncFolder(const QString &folder);

}
