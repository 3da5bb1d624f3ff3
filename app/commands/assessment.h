#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl assessment start|close WS SYSTEM`: begins the next assessment of a system, or freezes the
/// open one.
void addAssessment(CommandLine &commandLine);

}
