#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl system ...`: the register of AI systems.
void addSystem(CommandLine &commandLine);

}
