#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl journal WS`: who did what and when, newest first.
void addJournal(CommandLine &commandLine);

}
