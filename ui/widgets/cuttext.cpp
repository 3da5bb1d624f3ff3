#include "ui/widgets/cuttext.h"

#include "ui/widgets/plaintext.h"

#include <QComboBox>
#include <QHelpEvent>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QToolTip>

namespace plimsoll {

bool tellCutText(const QComboBox &box, const QEvent &event)
{
    if (event.type() != QEvent::ToolTip || !box.toolTip().isEmpty())
        return false;
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const QRect words =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    if (box.fontMetrics().horizontalAdvance(box.currentText()) <= words.width())
        return false;
    QToolTip::showText(static_cast<const QHelpEvent &>(event).globalPos(), asToolTip(box.currentText()));
    return true;
}

}
