#pragma once

class QComboBox;
class QEvent;

namespace plimsoll {

/// Answers a wish for a tooltip with the chosen words, where the box has no room for them and no tooltip of
/// its own; whether it did.
bool tellCutText(const QComboBox &box, const QEvent &event);

}
