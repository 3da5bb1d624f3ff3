#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl answer WS SYSTEM ITEM ANSWER`: answers one item of the system's open assessment.
void addAnswer(CommandLine &commandLine);

}
