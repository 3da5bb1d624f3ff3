#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl new WS --organisation NAME`: makes an empty workspace.
void addNew(CommandLine &commandLine);

}
