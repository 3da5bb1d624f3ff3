#pragma once

#include <QPushButton>

namespace plimsoll {

/// Looks like the search field it opens, and says by which keys.
class SearchField final : public QPushButton
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// Without its keys, and with the beginning of its words.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

}
