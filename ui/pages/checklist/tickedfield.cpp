#include "ui/pages/checklist/tickedfield.h"

#include "ui/widgets/typing.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QKeyEvent>

namespace plimsoll {

TickedField::TickedField(QCheckBox &box, QWidget &field)
    : QObject(&box)
    , m_field(field)
{
    box.installEventFilter(this);
    connect(&box, &QCheckBox::clicked, &field, [&field](bool isTicked) {
        if (isTicked)
            field.setFocus(Qt::OtherFocusReason);
    });
}

bool TickedField::eventFilter(QObject *, QEvent *event)
{
    if (keepsTyped(*event))
        return true;
    if (event->type() != QEvent::KeyPress || !writes(static_cast<QKeyEvent &>(*event)))
        return false;
    m_field.setFocus(Qt::OtherFocusReason);
    QCoreApplication::sendEvent(&m_field, event);
    return true;
}

}
