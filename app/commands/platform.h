#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// platform add, platform list: what answers once for several systems.
void addPlatform(CommandLine &commandLine);

}
