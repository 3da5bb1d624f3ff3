#pragma once

#include <QPointer>
#include <QWidget>

namespace plimsoll {

/// Filters the events of whichever widget has the keyboard, where it is of the kind that somebody wants.
class FocusWatch : public QObject
{
    Q_OBJECT

protected:
    explicit FocusWatch(QObject *parent);

    [[nodiscard]] virtual bool isWanted(const QWidget &focus) const = 0;

private:
    void follow(QWidget *focus);

    QPointer<QWidget> m_watched;
};

}
