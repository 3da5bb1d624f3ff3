#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl catalogue ...`: reads standards as data.
void addCatalogue(CommandLine &commandLine);

}
