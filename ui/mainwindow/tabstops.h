#pragma once

#include <QList>

class QWidget;

namespace plimsoll {

/// Where Tab stops below these widgets, in the order in which they are laid out and read. Qt's own chain has
/// the order in which they were made: what a page adds once it has read the record would come last. An area
/// that scrolls words alone is a stop itself.
QList<QWidget *> tabStops(const QList<QWidget *> &roots);

}
