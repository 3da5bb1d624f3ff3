#pragma once

#include <QChar>

namespace plimsoll {

/// Letters of three by five dots, for charts drawn without a font.
inline constexpr int glyphWidth = 3;
inline constexpr int glyphHeight = 5;

/// Whether the letter has a dot there. Lower case is shown as upper case; what is unknown has no dots.
bool hasDot(QChar letter, int column, int row);

}
