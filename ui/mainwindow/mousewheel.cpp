#include "ui/mainwindow/mousewheel.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QScrollBar>
#include <QTabBar>
#include <QWheelEvent>

namespace plimsoll {

namespace {

bool isSetByWheel(const QObject &widget)
{
    const bool isSlider =
        qobject_cast<const QAbstractSlider *>(&widget) && !qobject_cast<const QScrollBar *>(&widget);
    return isSlider || qobject_cast<const QComboBox *>(&widget) ||
           qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QTabBar *>(&widget);
}

void keepKeyboardFromWheel(QWidget &widget)
{
    if (widget.focusPolicy() == Qt::WheelFocus)
        widget.setFocusPolicy(Qt::StrongFocus);
}

}

MouseWheel::MouseWheel(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool MouseWheel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish && watched->isWidgetType())
        keepKeyboardFromWheel(*static_cast<QWidget *>(watched));
    if (event->type() != QEvent::Wheel || !isSetByWheel(*watched))
        return false;
    event->ignore(); // goes on to what is around the field
    return true;
}

}
