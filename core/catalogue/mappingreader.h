#pragma once

#include "core/base/result.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/mapping.h"
#include "core/catalogue/sourcenode.h"

namespace plimsoll {

/// Reads a crosswalk as catalogue/README.md describes it and holds every row against the catalogue it starts
/// from. The error's detail lists every mistake as "file:line:column: sentence".
Result<MappingSet> readMapping(const SourceNode &root, const Catalogue &catalogue, const QString &file);

/// The same from a YAML file.
Result<MappingSet> readMappingFile(const QString &path, const Catalogue &catalogue);

}
