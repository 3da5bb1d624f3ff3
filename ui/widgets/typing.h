#pragma once

class QEvent;
class QKeyEvent;

namespace plimsoll {

/// Whether the key writes a character other than a space.
bool writes(const QKeyEvent &key);

/// Asked of a widget whether a typed character is its own rather than a shortcut's, says that it is. Whether
/// that was what the event asked.
bool keepsTyped(QEvent &event);

}
