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

bool isRedo(const QKeyEvent &key)
{
    return redoKeys().contains(QKeySequence(key.keyCombination()));
}

void redo(QObject &field)
{
    if (auto *line = qobject_cast<QLineEdit *>(&field))
        line->redo();
    else if (auto *text = qobject_cast<QPlainTextEdit *>(&field))
        text->redo();
}

}

QList<QKeySequence> redoKeys()
{
    return {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)};
}

bool FieldUndo::isWanted(const QWidget &focus) const
{
    return qobject_cast<const QLineEdit *>(&focus) || qobject_cast<const QPlainTextEdit *>(&focus);
}

bool FieldUndo::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (isRedo(*key) && canRedo(*watched)) {
        // A field knows only those of the keys that its platform knows.
        if (event->type() == QEvent::KeyPress)
            redo(*watched);
        event->accept();
        return true;
    }
    const bool isForTheRecord = event->type() == QEvent::ShortcutOverride &&
                                (isRedo(*key) || (key->matches(QKeySequence::Undo) && !canUndo(*watched)));
    if (isForTheRecord)
        event->ignore(); // the window's own shortcut gets it
    return isForTheRecord;
}

}
