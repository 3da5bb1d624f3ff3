#include "core/report/pagerow.h"

#include <algorithm>
#include <limits>

namespace plimsoll {

qreal PageRow::height() const
{
    return height(std::numeric_limits<size_t>::max());
}

qreal PageRow::height(size_t pieces) const
{
    qreal tallest = 0;
    for (const Cell &cell : cells)
        tallest = std::max(tallest, cell.stack.height(0, pieces));
    return tallest + 2 * padding;
}

}
