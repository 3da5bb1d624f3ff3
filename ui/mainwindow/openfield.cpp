#include "ui/mainwindow/openfield.h"

#include "ui/widgets/datefield.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/textfield.h"

#include <QCoreApplication>
#include <QFocusEvent>

#include <algorithm>

namespace plimsoll {

bool isBeingWritten(const QWidget *field)
{
    if (const auto *line = qobject_cast<const TextField *>(field))
        return line->isBeingWritten();
    if (const auto *text = qobject_cast<const PlainTextEdit *>(field))
        return text->isBeingWritten();
    const auto *date = qobject_cast<const DateField *>(field);
    return date && date->isBeingWritten();
}

DateField *markedDate(const QWidget *page)
{
    if (!page)
        return nullptr;
    const auto fields = page->findChildren<DateField *>();
    for (DateField *field : fields) {
        if (field->isMarked() && field->isVisible())
            return field;
    }
    return nullptr;
}

bool holdsRefused(const QWidget *page)
{
    const auto fields = page ? page->findChildren<TextField *>() : QList<TextField *>();
    return std::ranges::any_of(
        fields, [](const TextField *field) { return field->isRefused() && field->isVisible(); });
}

QWidget *finishTyping(QWidget &window)
{
    QWidget *field = window.focusWidget();
    if (!qobject_cast<QLineEdit *>(field) && !qobject_cast<QPlainTextEdit *>(field))
        return nullptr;
    if (field->hasFocus()) {
        field->clearFocus();
    } else { // another window is in front: fields for one line wait for their own to come back
        QFocusEvent left(QEvent::FocusOut, Qt::OtherFocusReason);
        QCoreApplication::sendEvent(field, &left);
    }
    return field;
}

}
