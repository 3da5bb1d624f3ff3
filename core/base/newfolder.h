#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace plimsoll {

/// A folder in the making: taken away again with all that is in it, and with the folders above it that were
/// made for it, unless it is kept. A folder that was there before stays, empty as it was.
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
    /// Gives it this name in the folder it is in, which nothing may have yet.
    Done rename(const QString &name);
    void keep() { m_path.clear(); }

private:
    NewFolder(QString path, QStringList made);

    QString m_path;
    QStringList m_made; ///< the folder and those above it that were not there, the deepest first
};

}
