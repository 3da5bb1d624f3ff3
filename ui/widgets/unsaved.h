#pragma once

#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

namespace plimsoll {

/// What somebody began in a form that saves it only when its button is pressed.
struct Unsaved
{
    QString name;           ///< as people see it: the field's name
    QString content;        ///< what would be lost
    QPointer<QWidget> part; ///< where it is
};

/// What is typed or chosen in this part of the window, in the order of its fields, and no field saves by
/// itself. A field that only reads (a filter, a search) holds nothing of the kind.
QList<Unsaved> begunIn(const QWidget &part);

}
