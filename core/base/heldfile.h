#pragma once

#include "core/base/result.h"

namespace plimsoll {

/// An empty file that one process holds as a sign that it is at work. The operating system lets go of it when
/// the process ends, however it ends, so nobody has to guess from process numbers or ages whether the holder
/// still lives.
class HeldFile
{
public:
    /// Creates the file where there is none. `ErrorCode::Busy` while another holds it.
    static Result<HeldFile> hold(const QString &path);

    HeldFile(HeldFile &&other) noexcept;
    HeldFile &operator=(HeldFile &&) = delete;
    /// Removes the file.
    ~HeldFile();

private:
    HeldFile(QString path, int handle);

    QString m_path;
    int m_handle = -1;
};

}
