#pragma once

#include "core/report/stack.h"

namespace plimsoll {

/// An entry of the contents page and of the reader's bookmarks.
struct OutlineEntry
{
    int level = 1; ///< 1 is a chapter
    QString title;
    QString anchor;
};

/// Stacks side by side, placed and cut together. A paragraph is a row of one cell.
struct PageRow
{
    struct Cell
    {
        qreal left = 0; ///< from the row's left edge
        Stack stack;
    };

    std::vector<Cell> cells;
    qreal gap = 0;        ///< above it, unless it stands at the top of a page
    qreal padding = 0;    ///< above and below its stacks
    bool hasRule = false; ///< a hairline below
    std::optional<QColor> ground;
    QString anchor; ///< links and bookmarks lead here by this name
    std::optional<OutlineEntry> outline;
    QString continuation; ///< said at the top of the next page when the row is cut

    [[nodiscard]] qreal height() const;
    /// Of its first `pieces` pieces: what must fit before a row is cut.
    [[nodiscard]] qreal height(size_t pieces) const;
};

}
