#pragma once

class QPainter;
class QRectF;
class QStyleOption;
class QStyleOptionTab;
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
void paintHeader(QPainter &painter, const QStyleOption &option);
void paintItemGround(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void paintScrollBarThumb(QPainter &painter, const QStyleOption &option, const QRectF &thumb);
void paintProgress(QPainter &painter, const QStyleOption &option, const QRectF &rect, double share);

}
