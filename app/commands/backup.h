#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl backup WS`: copies the record, reopens the copy and counts it.
void addBackup(CommandLine &commandLine);

}
