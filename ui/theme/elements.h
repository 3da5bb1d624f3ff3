#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QWidget;

namespace plimsoll {

/// Whether it is an element that the window does without.
bool paintsNothing(QStyle::PrimitiveElement element);
bool paintsNothing(QStyle::ControlElement element);

/// Paints a ground or a frame; whether the element is one.
bool paintGround(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                 const QWidget *widget);
/// Paints a box, a button or an arrow that says how something stands; whether the element is one.
bool paintIndicator(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter);
/// Paints a tab, what is done of a job, or the empty part of the menu bar; whether the element is one.
bool paintBar(QStyle::ControlElement element, const QStyleOption &option, QPainter &painter);

}
