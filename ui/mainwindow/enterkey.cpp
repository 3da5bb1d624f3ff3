#include "ui/mainwindow/enterkey.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace plimsoll {

EnterKey::EnterKey(QWidget *window)
    : QObject(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void EnterKey::follow(QWidget *focus)
{
    if (m_button)
        m_button->removeEventFilter(this);
    const bool isPressed = qobject_cast<QPushButton *>(focus) || qobject_cast<QToolButton *>(focus);
    m_button = isPressed ? focus : nullptr;
    if (m_button)
        m_button->installEventFilter(this);
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
