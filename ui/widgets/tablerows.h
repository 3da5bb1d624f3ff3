#pragma once

#include "ui/theme/spacing.h"
#include "ui/widgets/tableview.h"

namespace plimsoll {

/// Makes the table as tall as so many rows under their header: the page scrolls, and the table within it.
inline void fixRows(TableView &table, int rows)
{
    table.setFixedHeight((table.fontMetrics().height() + spacing::medium) * (rows + 1) + spacing::small);
}

}
