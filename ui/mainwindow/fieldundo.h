#pragma once

#include "ui/mainwindow/focuswatch.h"

#include <QKeySequence>

namespace plimsoll {

/// The keys of Redo, for what was typed in a field and for the record alike.
QList<QKeySequence> redoKeys();

/// A field for text keeps Ctrl+Z to itself even when it has nothing to take back. Then it is the record's
/// last change that a person means. As long as it has something, what a person means is what was typed there.
class FieldUndo final : public FocusWatch
{
    Q_OBJECT

public:
    explicit FieldUndo(QObject *parent)
        : FocusWatch(parent)
    {
    }

protected:
    [[nodiscard]] bool isWanted(const QWidget &focus) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

}
