#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// system inherit
void addSystemInherit(CommandLine &commandLine, Command group);

}
