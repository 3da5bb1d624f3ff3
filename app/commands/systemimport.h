#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl system import WS FILE.csv [--preset P] [--role R...] [--rename] [--dry-run]`: brings in a
/// register of AI systems, and updates by their own ids those that are there. Which of them it renames is
/// asked for: an own id of another register may be taken here by chance.
void addSystemImport(CommandLine &commandLine, Command group);

}
