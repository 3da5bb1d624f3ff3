#include "ui/mainwindow/typedkeys.h"

#include "ui/widgets/typing.h"

#include <QComboBox>
#include <QKeyEvent>

namespace plimsoll {

namespace {

/// Ctrl+PageUp and Ctrl+PageDown, at which a choice would move on.
bool turnsTabs(const QEvent &event)
{
    if (event.type() != QEvent::KeyPress)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    return (key.key() == Qt::Key_PageUp || key.key() == Qt::Key_PageDown) &&
           key.modifiers().testFlag(Qt::ControlModifier);
}

}

bool TypedKeys::isWanted(const QWidget &focus) const
{
    return qobject_cast<const QComboBox *>(&focus) || focus.window()->windowType() == Qt::Popup;
}

bool TypedKeys::eventFilter(QObject *, QEvent *event)
{
    if (turnsTabs(*event)) {
        event->ignore();
        return true;
    }
    return keepsTyped(*event);
}

}
