#include "ui/widgets/typing.h"

#include <QKeyEvent>

namespace plimsoll {

bool writes(const QKeyEvent &key)
{
    const bool isPlain = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return isPlain && !key.text().isEmpty() && key.text().at(0).isPrint() && !key.text().at(0).isSpace();
}

bool keepsTyped(QEvent &event)
{
    if (event.type() != QEvent::ShortcutOverride || !writes(static_cast<QKeyEvent &>(event)))
        return false;
    event.accept();
    return true;
}

}
