#include "ui/widgets/atwork.h"

#include <QApplication>
#include <QPointer>
#include <QWidget>

namespace plimsoll {

namespace {

/// Knows where the keyboard is for a control that cannot hold it.
class StandIn final : public QObject
{
public:
    explicit StandIn(QWidget &control)
        : QObject(&control)
        , m_widget(control.hasFocus() ? &control : nullptr)
    {
        connect(qApp, &QApplication::focusChanged, this, &StandIn::follow);
    }

    [[nodiscard]] bool hasFocus() const { return m_widget && m_widget->window()->focusWidget() == m_widget; }

private:
    void follow(QWidget *before, QWidget *now)
    {
        if (!m_widget || before != m_widget || !now)
            return;
        const bool wasPushedOut = !before->isEnabled() || !before->isVisibleTo(before->window());
        m_widget = wasPushedOut ? now : nullptr;
    }

    QPointer<QWidget> m_widget;
};

StandIn *standInOf(const QWidget &control)
{
    for (QObject *child : control.children()) {
        if (auto *standIn = dynamic_cast<StandIn *>(child))
            return standIn;
    }
    return nullptr;
}

}

void beginWork(QWidget &control)
{
    if (!standInOf(control))
        new StandIn(control); // owned by the control until endWork()
    control.setEnabled(false);
}

void endWork(QWidget &control)
{
    control.setEnabled(true);
    const StandIn *standIn = standInOf(control);
    if (standIn && standIn->hasFocus())
        control.setFocus(Qt::OtherFocusReason);
    delete standIn;
}

}
