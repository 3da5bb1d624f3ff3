#include "ui/mainwindow/savingstate.h"

#include "core/workspace/workspace.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/openfield.h"
#include "ui/mainwindow/statusline.h"
#include "ui/widgets/datefield.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

SavingState::SavingState(const Workspace &workspace, MainWindow &window)
    : m_workspace(workspace)
    , m_window(window)
{
    connect(&workspace, &Workspace::commitSent, this, &SavingState::noteSent);
    connect(&workspace, &Workspace::commitSettled, this, &SavingState::noteSettled);
    connect(&workspace, &Workspace::changeRefused, this, &SavingState::noteRefused);
    connect(&window.status(), &StatusLine::refusalOver, this, &SavingState::forgetRefused);
    connect(&workspace, &Workspace::changedElsewhere, this, &SavingState::noteChangedElsewhere);
    connect(&workspace, &Workspace::heldElsewhere, this, &SavingState::showHolder);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    follow(QApplication::focusWidget());
}

void SavingState::noteSent()
{
    ++m_underWay;
    m_saysRefused = false;
    m_elsewhere.clear();
    show();
}

void SavingState::noteSettled()
{
    if (--m_underWay > 0)
        return;
    show();
    Q_EMIT atRest();
}

void SavingState::noteRefused()
{
    Q_EMIT refused();
    if (m_underWay > 0)
        return;
    m_saysRefused = true;
    show();
}

void SavingState::forgetRefused()
{
    if (std::exchange(m_saysRefused, false))
        show();
}

void SavingState::noteChangedElsewhere()
{
    m_saysRefused = false;
    const QString at = m_workspace.clock().now().toLocalTime().toString(u"HH:mm"_s);
    m_elsewhere = tr("Changed elsewhere at %1, shown anew").arg(at);
    show();
}

void SavingState::follow(QWidget *focus)
{
    disconnect(m_typing);
    if (const auto *line = qobject_cast<QLineEdit *>(focus))
        m_typing = connect(line, &QLineEdit::textChanged, this, &SavingState::show);
    else if (const auto *text = qobject_cast<QPlainTextEdit *>(focus))
        m_typing = connect(text, &QPlainTextEdit::textChanged, this, &SavingState::show);
    if (const auto *date = qobject_cast<DateField *>(focus))
        connect(date, &DateField::sentenceChanged, this, &SavingState::show, Qt::UniqueConnection);
    // Later, for a dialog that is being destroyed gives the keyboard away too: half of the page's widgets may
    // be gone at this moment.
    QMetaObject::invokeMethod(this, &SavingState::show, Qt::QueuedConnection);
}

void SavingState::show()
{
    m_window.status().setSaved(words());
}

QString SavingState::words() const
{
    if (m_workspace.isReadOnly())
        return m_elsewhere.isEmpty() ? tr("Read-only") : m_elsewhere;
    if (m_underWay > 0)
        return tr("Saving …");
    if (m_saysRefused)
        return tr("The last change was not saved");
    if (isBeingWritten(m_window.focusWidget()))
        return tr("Being written, not saved yet");
    if (markedDate(m_window.currentPage()))
        return tr("A date that names no day is not saved");
    if (holdsRefused(m_window.currentPage()))
        return tr("What a field holds is not saved");
    return m_elsewhere.isEmpty() ? tr("Saved") : m_elsewhere;
}

void SavingState::showHolder(const QString &holder)
{
    const QString words = m_workspace.isReadOnly()
                              ? tr("%1 is writing here")
                              : tr("%1 is writing here: until that ends, you can read only");
    m_window.status().setHeld(holder.isEmpty() ? QString() : words.arg(holder));
}

}
