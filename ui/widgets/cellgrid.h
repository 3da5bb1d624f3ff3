#pragma once

#include <QLayout>

#include <optional>
#include <utility>
#include <vector>

namespace plimsoll {

/// Lays cells in as many columns of equal width as fit, so that a form is wide in a wide window and one
/// column at large fonts. A wide cell takes a line of its own.
class CellGrid final : public QLayout
{
    Q_OBJECT

public:
    /// No column is narrower than so many characters.
    explicit CellGrid(int charactersPerCell);
    ~CellGrid() override;

    void addWide(QWidget *widget);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_cells.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;
    void invalidate() override;

private:
    struct Cell
    {
        QLayoutItem *item = nullptr;
        bool isWide = false;
    };
    enum class Act { Measure, Place };

    [[nodiscard]] int leastColumn() const;
    [[nodiscard]] int columnsIn(int width) const;
    int lay(const QRect &rect, Act act) const;

    std::vector<Cell> m_cells;
    int m_characters;
    mutable std::pair<int, int> m_measured{-1, 0}; ///< height by width, as asked last
    mutable std::optional<QSize> m_least;
};

}
