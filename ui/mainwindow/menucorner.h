#pragma once

#include <QWidget>

class QMenuBar;

namespace plimsoll {

/// What stands at the end of a menu bar: it takes the room that the menus leave, so that each of them is
/// whole.
class MenuCorner final : public QWidget
{
    Q_OBJECT

public:
    /// `content` may be as narrow as its least size.
    MenuCorner(const QMenuBar &bar, QWidget *content);

    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] int widthOfMenus() const;

    const QMenuBar &m_bar;
};

}
