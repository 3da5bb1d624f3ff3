#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl catalogue show [PROVISION]`: the whole catalogue as a list, or all that it says of one
/// provision.
void addCatalogueShow(CommandLine &commandLine, Command group);

}
