#pragma once

class QStylePainter;
class QWidget;

namespace plimsoll {

/// Paints the style's ring around a widget that paints itself, while it has the keyboard.
void paintFocusRing(QStylePainter &painter, const QWidget &widget);

}
