#include "ui/mainwindow/savingstate.h"

#include "core/workspace/workspace.h"
#include "ui/mainwindow/statusline.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

SavingState::SavingState(const Workspace &workspace, StatusLine &status)
    : m_workspace(workspace)
    , m_status(status)
{
    connect(&workspace, &Workspace::commitSent, this, &SavingState::showSaving);
    connect(&workspace, &Workspace::commitSettled, this, &SavingState::showSettled);
    connect(&workspace, &Workspace::changeRefused, this, &SavingState::showRefused);
    connect(&status, &StatusLine::refusalOver, this, &SavingState::forgetRefused);
    connect(&workspace, &Workspace::changedElsewhere, this, &SavingState::showChangedElsewhere);
    connect(&workspace, &Workspace::heldElsewhere, this, &SavingState::showHolder);
    m_status.setSaved(workspace.isReadOnly() ? tr("Read-only") : tr("Saved"));
}

void SavingState::showSaving()
{
    ++m_underWay;
    m_saysRefused = false;
    m_status.setSaved(tr("Saving …"));
}

void SavingState::showSettled()
{
    if (--m_underWay == 0)
        m_status.setSaved(tr("Saved"));
}

void SavingState::showRefused()
{
    if (m_underWay > 0)
        return;
    m_saysRefused = true;
    m_status.setSaved(tr("The last change was not saved"));
}

void SavingState::forgetRefused()
{
    if (std::exchange(m_saysRefused, false))
        m_status.setSaved(tr("Saved"));
}

void SavingState::showChangedElsewhere()
{
    m_saysRefused = false;
    const QString at = m_workspace.clock().now().toLocalTime().toString(u"HH:mm"_s);
    m_status.setSaved(tr("Changed elsewhere at %1, shown anew").arg(at));
}

void SavingState::showHolder(const QString &holder)
{
    const QString words = m_workspace.isReadOnly()
                              ? tr("%1 is writing here")
                              : tr("%1 is writing here: until that ends, you can read only");
    m_status.setHeld(holder.isEmpty() ? QString() : words.arg(holder));
}

}
