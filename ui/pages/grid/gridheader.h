#pragma once

#include <QHeaderView>

namespace plimsoll {

/// The grid's headers: names of systems down the side, designators upwards over the narrow columns.
class GridHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit GridHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

}
