#pragma once

class QWidget;

namespace plimsoll {

class DateField;

/// Whether leaving this field would save what was typed in it. Nothing is no field.
bool isBeingWritten(const QWidget *field);

/// A field in sight on this page whose writing names no day, or nothing.
DateField *markedDate(const QWidget *page);

/// Whether a field in sight on this page holds what was refused, so that it is not in the record.
bool holdsRefused(const QWidget *page);

/// Takes the keyboard from the field for text that has it in this window, so that what was typed in it is
/// finished. Returns the field, or nothing.
QWidget *finishTyping(QWidget &window);

}
