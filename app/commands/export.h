#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// export pdf|package WS SYSTEM... -o PLACE: hands over the report, or the whole audit package.
void addExport(CommandLine &commandLine);

}
