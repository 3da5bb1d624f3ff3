#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl system import WS FILE.csv [--preset P] [--role R...] [--dry-run]`: brings in a register of AI
/// systems, and updates by their own ids those that are there.
void addSystemImport(CommandLine &commandLine, Command group);

}
