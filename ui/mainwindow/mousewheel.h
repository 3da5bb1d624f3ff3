#pragma once

#include <QObject>

namespace plimsoll {

/// The mouse wheel scrolls and does nothing else: it changes no field, turns no tab and takes the keyboard to
/// nothing that it passes over on its way down a page.
class MouseWheel final : public QObject
{
    Q_OBJECT

public:
    explicit MouseWheel(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

}
