#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl catalogue check FILE...`: names every mistake in catalogues and mappings people wrote, by
/// line and column.
void addCatalogueCheck(CommandLine &commandLine, Command group);

}
