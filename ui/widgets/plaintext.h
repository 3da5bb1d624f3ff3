#pragma once

#include <QString>

class QWidget;

namespace plimsoll {

/// The text as labels may show it: line breaks and tabs stay, everything else that hides or reorders is made
/// visible.
QString shown(const QString &text);

/// The text as one line may show it: line breaks are spaces, and it is cut after 400 characters. No line
/// holds more, and to measure a text of a hundred thousand would hold up the window.
QString shownInLine(const QString &text);

/// A name as the words on a button, a box or a menu, where & would underline the letter after it. Cut after
/// 80 characters.
QString asCaption(const QString &name);

/// The same text with places to break a line in words that have none: fingerprints, addresses, paths.
QString withBreaks(const QString &text);

/// The text as a tooltip that shows it letter by letter, though Qt would take it for HTML. Cut after 2,000
/// characters.
QString asToolTip(const QString &text);

/// Sets accessible name and, where the visible text is shorter, the tooltip.
void name(QWidget &widget, const QString &accessibleName);

}
