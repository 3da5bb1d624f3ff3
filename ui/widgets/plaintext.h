#pragma once

#include <QString>

class QWidget;

namespace plimsoll {

/// The text as labels may show it: line breaks and tabs stay, everything else that hides or reorders is made
/// visible.
QString shown(const QString &text);

/// The same text with places to break a line in words that have none: fingerprints, addresses, paths.
QString withBreaks(const QString &text);

/// The text as a tooltip that shows it letter by letter, though Qt would take it for HTML. Cut after 2,000
/// characters.
QString asToolTip(const QString &text);

/// Sets accessible name and, where the visible text is shorter, the tooltip.
void name(QWidget &widget, const QString &accessibleName);

}
