#include "core/workspace/undohistory.h"

namespace plimsoll {

void UndoHistory::made(const ChangeSet &changeSet)
{
    m_undone.clear();
    m_done.append(changeSet);
    if (m_done.size() > longest)
        m_done.removeFirst();
}

void UndoHistory::undone()
{
    if (!m_done.isEmpty())
        m_undone.append(m_done.takeLast());
}

void UndoHistory::redone()
{
    if (!m_undone.isEmpty())
        m_done.append(m_undone.takeLast());
}

}
