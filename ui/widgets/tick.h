#pragma once

#include <QCheckBox>

namespace plimsoll {

/// A check box whose words break into several lines where there is no room for one.
class Tick final : public QCheckBox
{
    Q_OBJECT

public:
    explicit Tick(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    [[nodiscard]] bool hitButton(const QPoint &at) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where the words are when the tick has this place.
    [[nodiscard]] QRect wordsIn(const QRect &place) const;
    [[nodiscard]] bool isOneLine(int width) const;
};

}
