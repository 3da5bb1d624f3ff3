#pragma once

#include <algorithm>
#include <vector>

namespace plimsoll {

/// What one column is wanted to have, and gets; in pixels.
struct ColumnWidth
{
    int column = 0;
    int whole = 0;  ///< as suggested
    int needed = 0; ///< for the widest words it holds
    int least = 0;
    int given = 0;

    [[nodiscard]] int tight() const { return std::min(whole, needed); }
};

/// Whether that much room shows every column whole.
bool areAllWhole(const std::vector<ColumnWidth> &widths, int room);

/// Whether that much room gives every column what was suggested, or what it needs where that is less.
bool haveAllTheirShare(const std::vector<ColumnWidth> &widths, int room);

/// Shares the room out: whole where it suffices; else columns that hold less give up what they do not need,
/// then columns of words give way, and where all have their least the first one alone does, for the table
/// scrolls sideways then.
void shareRoom(std::vector<ColumnWidth> &widths, int room);

}
