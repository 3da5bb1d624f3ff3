#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl party add WS --name NAME --kind KIND [--contact TEXT]`: enters an organisation, or a part of
/// one, that people may belong to and that may hold roles; `plimsollctl party list WS`: all of them.
void addParty(CommandLine &commandLine);

}
