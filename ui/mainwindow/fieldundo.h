#pragma once

#include "ui/mainwindow/focuswatch.h"

namespace plimsoll {

/// A field for text keeps Ctrl+Z to itself even when it has nothing to take back. Then it is the record's
/// last change that a person means.
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
