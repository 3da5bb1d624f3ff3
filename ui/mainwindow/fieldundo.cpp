#include "ui/mainwindow/fieldundo.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace plimsoll {

namespace {

bool canUndo(const QObject &field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&field))
        return !line->isReadOnly() && line->isUndoAvailable();
    const auto *text = qobject_cast<const QPlainTextEdit *>(&field);
    return text && !text->isReadOnly() && text->document()->isUndoAvailable();
}

bool canRedo(const QObject &field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&field))
        return !line->isReadOnly() && line->isRedoAvailable();
    const auto *text = qobject_cast<const QPlainTextEdit *>(&field);
    return text && !text->isReadOnly() && text->document()->isRedoAvailable();
}

}

FieldUndo::FieldUndo(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FieldUndo::follow(QWidget *focus)
{
    if (m_field)
        m_field->removeEventFilter(this);
    const bool isField = qobject_cast<QLineEdit *>(focus) || qobject_cast<QPlainTextEdit *>(focus);
    m_field = isField ? focus : nullptr;
    if (m_field)
        m_field->installEventFilter(this);
}

bool FieldUndo::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isForTheRecord = (key->matches(QKeySequence::Undo) && !canUndo(*watched)) ||
                                (key->matches(QKeySequence::Redo) && !canRedo(*watched));
    if (isForTheRecord)
        event->ignore(); // the window's own shortcut gets it
    return isForTheRecord;
}

}
