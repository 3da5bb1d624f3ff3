#pragma once

#include <QPointer>
#include <QWidget>

namespace plimsoll {

/// Enter presses the button that has the keyboard, as the space bar does; Qt would leave that to dialogs.
class EnterKey final : public QObject
{
    Q_OBJECT

public:
    explicit EnterKey(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focus);

    QPointer<QWidget> m_button;
};

}
