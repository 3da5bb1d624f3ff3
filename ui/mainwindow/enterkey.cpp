#include "ui/mainwindow/enterkey.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace plimsoll {

bool EnterKey::isWanted(const QWidget &focus) const
{
    return qobject_cast<const QPushButton *>(&focus) || qobject_cast<const QToolButton *>(&focus);
}

bool EnterKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
                         (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isEnter)
        return false;
    if (!key->isAutoRepeat())
        qobject_cast<QAbstractButton *>(watched)->click();
    return true;
}

}
