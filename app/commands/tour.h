#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl tour DIR`: from nothing to a verified audit package of the sample workspace, in one go.
void addTour(CommandLine &commandLine);

}
