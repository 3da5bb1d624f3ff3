#include "ui/mainwindow/typedkeys.h"

#include "ui/widgets/typing.h"

#include <QComboBox>

namespace plimsoll {

bool TypedKeys::isWanted(const QWidget &focus) const
{
    return qobject_cast<const QComboBox *>(&focus) || focus.window()->windowType() == Qt::Popup;
}

bool TypedKeys::eventFilter(QObject *, QEvent *event)
{
    return keepsTyped(*event);
}

}
