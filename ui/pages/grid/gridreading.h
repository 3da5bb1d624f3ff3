#pragma once

#include "ui/pages/grid/gridmodel.h"

namespace plimsoll {

class Workspace;

/// What the grid needs before anybody looks at a row.
struct GridFrame
{
    std::shared_ptr<const Catalogue> catalogue;
    std::vector<GridSystem> systems; ///< in scope, by number
    QList<Person> persons;
};

/// Both open a connection of their own: to be called on a job's thread.
Result<GridFrame> readGridFrame(const Workspace &workspace);
Result<QHash<Id<AiSystem>, GridRow>> readGridRows(const Workspace &workspace,
                                                  const std::shared_ptr<const Catalogue> &catalogue,
                                                  const QList<Id<AiSystem>> &systems);

}
