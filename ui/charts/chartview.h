#pragma once

#include "ui/theme/colours.h"

#include <QChartView>

namespace plimsoll {

/// A chart in the colours and the font of the window. It is looked at and clicked; the same figures stand
/// beside it as a table, which the keyboard reaches.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    explicit ChartView(const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// Paints every series and axis in these colours and the widget's font.
    virtual void dress(const Colours &colours) = 0;
    /// Makes of the present width what there is room for.
    virtual void fitWidth() = 0;
    /// How high the chart is at the present font.
    [[nodiscard]] virtual int wantedHeight() const = 0;
    /// What is under the mouse, for tooltip and click; -1 for nothing.
    [[nodiscard]] virtual int spotAt(const QPointF &point) const = 0;
    [[nodiscard]] virtual QString wordsOf(int spot) const = 0;
    virtual void choose(int spot) = 0;

    /// To be called at the end of the constructor and whenever what is shown has changed.
    void dressAnew();
    void dressAxis(QAbstractAxis &axis, const Colours &colours) const;

    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
};

/// A step for an axis of whole numbers: 1, 2 or 5 times a power of ten, at most `most` of them up to `top`.
int axisStep(int top, int most);

}
