#pragma once

#include "core/base/result.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/mapping.h"

#include <memory>

namespace plimsoll {

/// EN 304 223 as it is compiled into every program. Reads it anew each time: hold on to it.
Result<std::shared_ptr<const Catalogue>> shippedCatalogue();
/// The one that somebody holds already; read where that is none.
Result<std::shared_ptr<const Catalogue>> shippedCatalogue(const std::shared_ptr<const Catalogue> &held);

/// The crosswalks from EN 304 223 to other frameworks, by id.
Result<std::vector<MappingSet>> shippedMappings(const Catalogue &catalogue);

}
