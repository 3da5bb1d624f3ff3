#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl system add WS --name N --preset P --role R...`: registers a system with an open
/// self-assessment.
void addSystemAdd(CommandLine &commandLine, Command group);

}
