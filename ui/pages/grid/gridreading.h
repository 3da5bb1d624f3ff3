#pragma once

#include "ui/pages/grid/gridmodel.h"

namespace plimsoll {

class Connection;

/// What the grid needs before anybody looks at a row.
struct GridFrame
{
    std::shared_ptr<const Catalogue> catalogue;
    std::vector<GridSystem> systems; ///< in scope, by number
    QList<Person> persons;
};

Result<GridFrame> readGridFrame(const Connection &connection);
Result<QHash<Id<AiSystem>, GridRow>> readGridRows(const Connection &connection,
                                                  const std::shared_ptr<const Catalogue> &catalogue,
                                                  const QList<Id<AiSystem>> &systems, const QDate &today);

}
