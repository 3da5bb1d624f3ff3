#pragma once

class QWidget;

namespace plimsoll {

/// Disables a control while what it began is at work. Qt moves the keyboard elsewhere then.
void beginWork(QWidget &control);

/// Enables it again, and gives the keyboard back if it had it and no person took it elsewhere meanwhile.
void endWork(QWidget &control);

}
