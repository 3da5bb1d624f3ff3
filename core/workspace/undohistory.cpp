#include "core/workspace/undohistory.h"

namespace plimsoll {

void UndoHistory::made(const ChangeSet &changeSet)
{
    m_undone.clear();
    m_done.append(changeSet);
    m_edits += changeSet.edits.size();
    // The last can always be undone, however large.
    while (m_done.size() > 1 && (m_done.size() > longest || m_edits > mostEdits))
        m_edits -= m_done.takeFirst().edits.size();
}

void UndoHistory::undone()
{
    if (m_done.isEmpty())
        return;
    m_edits -= m_done.last().edits.size();
    m_undone.append(m_done.takeLast());
}

void UndoHistory::redone()
{
    if (m_undone.isEmpty())
        return;
    m_edits += m_undone.last().edits.size();
    m_done.append(m_undone.takeLast());
}

}
