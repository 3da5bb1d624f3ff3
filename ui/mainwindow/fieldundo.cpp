#include "ui/mainwindow/fieldundo.h"

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

bool FieldUndo::isWanted(const QWidget &focus) const
{
    return qobject_cast<const QLineEdit *>(&focus) || qobject_cast<const QPlainTextEdit *>(&focus);
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
