#pragma once

#include "core/report/charts.h"

#include <QAbstractScrollArea>

#include <functional>

namespace plimsoll {

/// A heat map of any length: asks for the rows in sight and no others. Arrow keys move, Enter or a click
/// chooses a cell or a row's name.
class HeatMapView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    using RowAt = std::function<HeatRow(qsizetype row)>;

    explicit HeatMapView(const QString &accessibleName, QWidget *parent = nullptr);

    void setMap(const QStringList &columns, qsizetype rows, RowAt rowAt);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// `column` is -1 for the name of the row.
    void chosen(qsizetype row, qsizetype column);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Spot
    {
        qsizetype row = -1;
        qsizetype column = -1;
    };

    [[nodiscard]] HeatMapLayout placing() const;
    [[nodiscard]] int rowStep() const;
    [[nodiscard]] int headerHeight() const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] Spot spotAt(const QPoint &point) const;
    [[nodiscard]] QString wordsOf(const Spot &spot) const;
    void fitScrollBars();
    void moveTo(qsizetype row, qsizetype column);

    QStringList m_columns;
    qsizetype m_rows = 0;
    RowAt m_rowAt;
    Spot m_current{0, 0};
};

}
