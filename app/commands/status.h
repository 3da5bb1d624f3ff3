#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl status WS [SYSTEM] [--require shall|all] [--phase P]`: where systems stand; with --require
/// whether they may be released, and what stands in the way.
void addStatus(CommandLine &commandLine);

}
