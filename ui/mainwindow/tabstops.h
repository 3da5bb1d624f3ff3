#pragma once

#include <QList>

class QWidget;

namespace plimsoll {

/// Where Tab stops below these widgets, in the order in which they are laid out and read. Qt's own chain has
/// the order in which they were made: what a page adds once it has read the record would come last. An area
/// that scrolls words alone is a stop itself.
QList<QWidget *> tabStops(const QList<QWidget *> &roots);

/// Where the keyboard goes on when what had it can have it no more: to what follows it within the smallest
/// part of the page that has any stop, else to what stands before it. Null when `lost` is none of the page's.
QWidget *stopBeside(QWidget &lost, QWidget &page);

}
