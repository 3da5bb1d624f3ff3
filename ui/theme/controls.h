#pragma once

#include <QStyle>

class QPainter;
class QRectF;
class QStyleOption;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QWidget;

namespace plimsoll {

// The pieces of the style that are painted afresh. `Style` decides when.

void paintButton(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void paintToolButton(QPainter &painter, const QStyleOption &option);
/// The ground of a line edit, combo box, date or number field, with the ring when it has the keyboard.
void paintInput(QPainter &painter, const QStyleOption &option);
void paintCheckBox(QPainter &painter, const QStyleOption &option);
void paintRadioButton(QPainter &painter, const QStyleOption &option);
void paintTab(QPainter &painter, const QStyleOptionTab &option);
/// One of the two arrows that scroll the tabs; it covers the tab it lies on.
void paintTabScroller(QPainter &painter, const QStyleOptionToolButton &option);
/// A tool button that opens a menu: its text, and an arrow beside it.
void paintMenuButton(QPainter &painter, const QStyleOptionToolButton &option, const QStyle &style,
                     const QWidget *widget);
void paintHeader(QPainter &painter, const QStyleOption &option);
void paintItemGround(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void paintScrollBarThumb(QPainter &painter, const QStyleOption &option, const QRectF &thumb);
void paintProgress(QPainter &painter, const QStyleOption &option, const QRectF &rect, double share);

/// How much wider than Fusion's the arrow of a choice box is, which grows with the text.
int arrowGrowth(const QStyleOption &option);
/// Where the text and the arrow of a choice box lie, from where Fusion has them.
QRect partOfComboBox(const QStyleOption &option, QStyle::SubControl part, const QRect &fusions);

}
