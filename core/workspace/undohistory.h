#pragma once

#include "core/record/changeset.h"

namespace plimsoll {

/// The changes of this session in the order they were made, for undo and redo. Bounded: the oldest are
/// forgotten, the journal keeps them all the same.
class UndoHistory
{
public:
    static constexpr qsizetype longest = 200;
    static constexpr qsizetype mostEdits =
        50'000; ///< of all changes that can be undone, a few hundred bytes each

    /// A new change: what was undone before can no longer be redone.
    void made(const ChangeSet &changeSet);
    void undone();
    void redone();

    [[nodiscard]] const ChangeSet *toUndo() const { return m_done.isEmpty() ? nullptr : &m_done.last(); }
    [[nodiscard]] const ChangeSet *toRedo() const { return m_undone.isEmpty() ? nullptr : &m_undone.last(); }
    [[nodiscard]] QString undoLabel() const { return m_done.isEmpty() ? QString() : m_done.last().label; }
    [[nodiscard]] QString redoLabel() const { return m_undone.isEmpty() ? QString() : m_undone.last().label; }

private:
    QList<ChangeSet> m_done;
    QList<ChangeSet> m_undone;
    qsizetype m_edits = 0; ///< of m_done
};

}
