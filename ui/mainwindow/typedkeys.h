#pragma once

#include "ui/mainwindow/focuswatch.h"

namespace plimsoll {

/// What is typed at a list to choose from, or into something that popped up, is meant for it: no shortcut of
/// a single digit or letter takes it away. Text fields see to that themselves.
class TypedKeys final : public FocusWatch
{
    Q_OBJECT

public:
    explicit TypedKeys(QObject *parent)
        : FocusWatch(parent)
    {
    }

protected:
    [[nodiscard]] bool isWanted(const QWidget &focus) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

}
