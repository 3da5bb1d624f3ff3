#pragma once

#include <QStringList>

class QWidget;

namespace plimsoll {

/// What is wrong with the visible widgets below `page` for somebody who cannot see or cannot use a mouse, one
/// sentence a fault: a focusable widget without an accessible name, two mnemonics alike, a widget whose text
/// or content has too little room at its present font. Empty when all is well.
QStringList accessibilityFaults(QWidget &page);

}
