#pragma once

#include "core/assessment/assessment.h"
#include "core/base/clock.h"
#include "core/workspace/workspace.h"
#include "tests/bench/scale.h"

#include <QDir>

namespace plimsoll::bench {

/// What is measured on: files and workspaces in one folder, each made when it is first wanted and used again
/// after, also by the next run when the folder was named.
class Ground
{
public:
    Ground(const QString &folder, const Scale &scale)
        : m_folder(folder)
        , m_scale(scale)
    {
    }

    ~Ground();
    Ground(const Ground &) = delete;
    Ground &operator=(const Ground &) = delete;

    [[nodiscard]] const Scale &scale() const { return m_scale; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// A path for what one measurement makes and takes away again.
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Puts away what one measurement made, to be deleted when all have ended: ext4 searches minutes long
    /// past the numbers of files just deleted, so deleting now would slow down whoever makes files next.
    void putAway(const QString &path);

    /// The workspace for teaching.
    Result<QString> sampleWorkspace();
    /// The one of Scale::systems, half of whose items are answered.
    Result<QString> largeWorkspace();
    /// One as large that came about over the year before today.
    Result<QString> yearOldWorkspace();
    /// One as large in which every fifth system's assessment is closed.
    Result<QString> closedWorkspace();
    /// Where the large one is or would be.
    [[nodiscard]] QString largeWorkspacePath() const;
    /// One file of Scale::bytes that no two blocks of are alike.
    Result<QString> largeFile();
    /// A folder with Scale::files files of Scale::smallFile bytes, all different.
    Result<QString> manyFiles();

private:
    QDir m_folder;
    int m_putAway = 0;
    Scale m_scale;
    SystemClock m_clock;
};

/// A workspace with one system in it, and its open assessment.
struct OneSystem
{
    std::unique_ptr<Workspace> workspace;
    AiSystem system;
    Assessment assessment;

    /// Makes it in a folder that does not exist yet.
    static Result<OneSystem> make(const QString &folder, const Clock &clock);
};

/// The files of the folder, by name.
QStringList filesIn(const QString &folder);

}
