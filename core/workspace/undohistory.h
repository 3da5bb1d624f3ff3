#pragma once

#include "core/base/progress.h"
#include "core/workspace/writer.h"

#include <QSet>

#include <functional>

namespace plimsoll {

/// What one undo takes back: a change as a person thinks of it. The change sets of a group are one.
struct UndoStep
{
    QString label;
    QString group;          ///< of its change sets; empty when it is a single one
    QList<ChangeSet> parts; ///< as they were made; the last is the next to be turned round
};

/// The changes of this session in the order they were made, for undo and redo. Bounded: the oldest are
/// forgotten, the journal keeps them all the same.
///
/// A step that is refused for what the record holds leaves the history, so that it bars none of the others;
/// one that is refused for the disk or the rights to it, or for somebody who writes just then, stays to be
/// tried again.
class UndoHistory
{
public:
    static constexpr qsizetype longest = 200;
    static constexpr qsizetype mostEdits =
        50'000; ///< of all changes that can be undone, a few hundred bytes each
    static constexpr qsizetype mostEditsOfAGroup =
        200'000; ///< an import of ten thousand systems; what is larger is no step

    using Commit = std::function<Result<Committed>(const ChangeSet &)>;

    /// A new change: what was undone before can no longer be redone. One of a group joins those of its group.
    void made(const ChangeSet &changeSet);
    /// Commits the inverses of the last step, the newest first. Where one is refused after others were
    /// written, or the work is cancelled between two, the rest stays a step and the refusal says how far it
    /// went. `progress` is told edits, and only of a step of several commits: a single one is written or not.
    Result<Committed> undo(const Commit &commit, const Progress &progress = unwatched());
    /// Commits what was undone last once more, the oldest first; refused and cancelled like undo().
    Result<Committed> redo(const Commit &commit, const Progress &progress = unwatched());

    [[nodiscard]] QString undoLabel() const { return m_done.isEmpty() ? QString() : m_done.last().label; }
    [[nodiscard]] QString redoLabel() const { return m_undone.isEmpty() ? QString() : m_undone.last().label; }

private:
    void forget(qsizetype index);
    void forgetOldest();

    QList<UndoStep> m_done;
    QList<UndoStep> m_undone;
    QSet<QString> m_forgotten; ///< groups of which nothing can be undone, whatever is still written of them
};

}
