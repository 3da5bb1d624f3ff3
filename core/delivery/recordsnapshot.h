#pragma once

#include "core/base/temporaryfolder.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// The record of one moment: whoever goes on writing does not disturb who reads it. Gone with this object.
class RecordSnapshot
{
public:
    static Result<std::unique_ptr<RecordSnapshot>> take(const Workspace &workspace);

    /// To be used on the thread that took the snapshot.
    [[nodiscard]] const Connection &connection() const { return *m_connection; }
    /// Where the copy lies.
    [[nodiscard]] const QString &file() const { return m_file; }
    /// A place beside the copy for what is made from it.
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /// See TemporaryFolder::told().
    [[nodiscard]] Error told(const Error &error) const { return m_folder.told(error); }

private:
    explicit RecordSnapshot(TemporaryFolder folder)
        : m_folder(std::move(folder))
    {
    }

    TemporaryFolder m_folder;
    QString m_file;
    std::unique_ptr<Connection> m_connection;
};

}
