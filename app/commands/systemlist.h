#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl system list WS`: every system of the register with its phase and who holds which role.
void addSystemList(CommandLine &commandLine, Command group);

}
