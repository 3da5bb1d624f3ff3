#pragma once

#include "core/inventory/aisystem.h"
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"

#include <QTemporaryDir>

namespace plimsoll {

/// A real workspace of the bank "Nordbank" in a temporary folder, with Ana Ruiz as the person who acts.
class WorkspaceFixture
{
public:
    WorkspaceFixture();

    [[nodiscard]] QString folder() const { return m_dir.filePath(QStringLiteral("Nordbank.plimsoll")); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] Workspace *operator->() const { return m_workspace.get(); }

    /// Closes and opens it again from the disk.
    void reopen();
    void close() { m_workspace.reset(); }

    /// Commits and fails the test loudly when it is refused.
    void commit(const ChangeSet &changeSet);
    /// Registers a system and answers it.
    AiSystem aSystem(const QString &name);

    template <IsDescribed Entity>
    QList<Entity> all() const
    {
        const auto connection = m_workspace->reader();
        if (!connection)
            qFatal("%s", qPrintable(connection.error().message));
        auto found = Repository<Entity>(**connection).all();
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    int m_systems = 0;
};

}
