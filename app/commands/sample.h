#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl sample WS [--systems N --answered FRACTION]`: makes the sample workspace, or a large one for
/// measuring.
void addSample(CommandLine &commandLine);

}
