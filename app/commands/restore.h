#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl restore FILE WS`: puts a backup in the place of the record, keeping what it replaces.
void addRestore(CommandLine &commandLine);

}
