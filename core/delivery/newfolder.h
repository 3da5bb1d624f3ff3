#pragma once

#include "core/base/result.h"

namespace plimsoll {

/// A folder in the making: taken away again with all that is in it, unless it is kept.
class NewFolder
{
public:
    /// Refuses a folder that holds anything.
    static Result<NewFolder> make(const QString &path);

    NewFolder(NewFolder &&other) noexcept;
    NewFolder &operator=(NewFolder &&) = delete;
    NewFolder(const NewFolder &) = delete;
    NewFolder &operator=(const NewFolder &) = delete;
    ~NewFolder();

    [[nodiscard]] const QString &path() const { return m_path; }
    void keep() { m_path.clear(); }

private:
    explicit NewFolder(QString path);

    QString m_path;
};

}
