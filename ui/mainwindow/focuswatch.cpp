#include "ui/mainwindow/focuswatch.h"

#include <QApplication>

namespace plimsoll {

FocusWatch::FocusWatch(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusWatch::follow(QWidget *focus)
{
    if (m_watched)
        m_watched->removeEventFilter(this);
    m_watched = focus && isWanted(*focus) ? focus : nullptr;
    if (m_watched)
        m_watched->installEventFilter(this);
}

}
