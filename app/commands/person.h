#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl person add WS --name N` and `person list WS`: who acts, answers and approves in the record.
void addPerson(CommandLine &commandLine);

}
