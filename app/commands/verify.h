#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl verify`: proves that a workspace, or a package, is what it says it is, or names what breaks
/// it.
void addVerify(CommandLine &commandLine);

}
