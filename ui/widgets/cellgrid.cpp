#include "ui/widgets/cellgrid.h"

#include "ui/theme/spacing.h"

#include <QWidget>

#include <algorithm>

namespace plimsoll {

CellGrid::CellGrid(int charactersPerCell)
    : m_characters(charactersPerCell)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing::large);
}

CellGrid::~CellGrid()
{
    for (const Cell &cell : m_cells)
        delete cell.item;
}

void CellGrid::addItem(QLayoutItem *item)
{
    m_cells.push_back({item});
}

void CellGrid::addWide(QWidget *widget)
{
    addWidget(widget);
    m_cells.back().isWide = true;
}

QLayoutItem *CellGrid::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_cells[size_t(index)].item : nullptr;
}

QLayoutItem *CellGrid::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_cells.erase(m_cells.begin() + index);
    return item;
}

int CellGrid::leastColumn() const
{
    const QWidget *parent = parentWidget();
    return parent ? parent->fontMetrics().averageCharWidth() * m_characters : 0;
}

int CellGrid::columnsIn(int width) const
{
    int fullest = 0;
    int inRow = 0;
    for (const Cell &cell : m_cells) {
        if (cell.item->isEmpty())
            continue;
        inRow = cell.isWide ? 0 : inRow + 1;
        fullest = std::max(fullest, inRow);
    }
    const int fitting = (width + spacing()) / std::max(1, leastColumn() + spacing());
    return std::clamp(fitting, 1, std::max(1, fullest));
}

QSize CellGrid::sizeHint() const
{
    const int width = std::max(minimumSize().width(), 2 * leastColumn() + spacing());
    return {width, heightForWidth(width)};
}

QSize CellGrid::minimumSize() const
{
    if (!m_least) {
        m_least = QSize();
        for (const Cell &cell : m_cells) {
            if (!cell.item->isEmpty())
                m_least = m_least->expandedTo(cell.item->minimumSize());
        }
    }
    return *m_least;
}

int CellGrid::heightForWidth(int width) const
{
    if (m_measured.first != width)
        m_measured = {width, lay(QRect(0, 0, width, 0), Act::Measure)};
    return m_measured.second;
}

void CellGrid::invalidate()
{
    m_measured = {-1, 0};
    m_least.reset();
    QLayout::invalidate();
}

void CellGrid::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    lay(rect, Act::Place);
}

int CellGrid::lay(const QRect &rect, Act act) const
{
    const int columns = columnsIn(rect.width());
    const int columnWidth = (rect.width() - (columns - 1) * spacing()) / columns;
    int y = rect.top();
    int column = 0;
    std::vector<std::pair<QLayoutItem *, QRect>> row;
    const auto endRow = [&] {
        if (row.empty())
            return;
        int height = 0;
        for (const auto &[item, place] : row)
            height = std::max(height, place.height());
        for (const auto &[item, place] : row) {
            if (act == Act::Place)
                item->setGeometry(QRect(place.topLeft(), QSize(place.width(), height)));
        }
        row.clear();
        column = 0;
        y += height + spacing();
    };
    for (const Cell &cell : m_cells) {
        if (cell.item->isEmpty())
            continue;
        if (cell.isWide || column == columns)
            endRow();
        const int width = cell.isWide ? rect.width() : columnWidth;
        const int height = cell.item->hasHeightForWidth() ? cell.item->heightForWidth(width)
                                                          : cell.item->sizeHint().height();
        row.emplace_back(cell.item,
                         QRect(rect.left() + column * (columnWidth + spacing()), y, width, height));
        ++column;
        if (cell.isWide)
            endRow();
    }
    endRow();
    return std::max(0, y - spacing() - rect.top());
}

}
