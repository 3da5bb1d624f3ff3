#pragma once

#include "ui/mainwindow/focuswatch.h"

namespace plimsoll {

/// Enter presses the button that has the keyboard, as the space bar does; Qt would leave that to dialogs.
class EnterKey final : public FocusWatch
{
    Q_OBJECT

public:
    explicit EnterKey(QObject *parent)
        : FocusWatch(parent)
    {
    }

protected:
    [[nodiscard]] bool isWanted(const QWidget &focus) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

}
