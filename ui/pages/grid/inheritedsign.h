#pragma once

#include <QWidget>

namespace plimsoll {

struct Colours;

/// Paints the corner of a cell whose answer is a common one, taken over from a platform.
void paintInheritedCorner(QPainter &painter, const QRect &cell, int side, const Colours &colours);

/// The corner and what it means, for the legend.
class InheritedSign final : public QWidget
{
    Q_OBJECT

public:
    explicit InheritedSign(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_words;
};

}
