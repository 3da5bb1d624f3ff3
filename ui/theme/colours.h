#pragma once

#include "core/report/chartcolours.h"

#include <QColor>
#include <QPalette>

namespace plimsoll {

/// Every colour of the window, by what it is for. What charts and marks need too is shared with the PDF.
/// Status colours paint marks only; words use the text colours.
struct Colours : ChartColours
{
    QColor page;
    QColor edge;     ///< around inputs and buttons, a little stronger than a hairline
    QColor onAccent; ///< text on the accent
    QColor selection;
    QColor errorGround;
    QColor noticeGround;
};

const Colours &lightColours();
const Colours &darkColours();
const Colours &highContrastLightColours();
const Colours &highContrastDarkColours();

/// The palette that carries these colours to everything Qt paints itself.
QPalette paletteOf(const Colours &colours);

/// The colours a palette was made from; for a foreign palette the light or the dark ones, by its window
/// colour. Widgets paint with coloursOf(palette()) and so follow every change of the palette.
const Colours &coloursOf(const QPalette &palette);

/// Whether the window colour is dark.
bool isDark(const QPalette &palette);

}
