#pragma once

class QWidget;

namespace plimsoll {

/// What is kept of a widget's size.
enum class Extent { LeastWidth, MostWidth, LeastHeight };

/// Keeps it at so many characters, or lines, of the widget's text, whatever its font becomes.
void setInText(QWidget &widget, Extent extent, int count);

}
