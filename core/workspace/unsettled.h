#pragma once

#include "core/workspace/numbers.h"
#include "core/workspace/standpoint.h"

namespace plimsoll {

class Connection;

/// Fills in which answers and reliances are carried over and not reconfirmed; of decisions see
/// readDecisions(). `assessments` numbers those that count, `items` those of the catalogue.
Done readUnsettled(const Connection &connection, const Catalogue &catalogue, const Numbers &assessments,
                   const Numbers &items, Standpoint &point);

}
