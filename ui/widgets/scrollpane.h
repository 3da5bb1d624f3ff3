#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace plimsoll {

/// A column that fills the page and scrolls when font or content need more than the window has.
class ScrollPane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollPane(const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// What has the keyboard stays in sight when something else takes of the room.
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    void followKeyboard();

    QVBoxLayout *m_column = nullptr;
};

/// Scrolls every area around the widget until it is seen.
void bringIntoSight(QWidget &widget);
/// The same for a part of it, up and down alone.
void bringIntoSight(QWidget &widget, const QRect &part);

}
