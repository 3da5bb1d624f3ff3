#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// `plimsollctl attach WS SYSTEM ITEM FILE...`: stores evidence and attaches it to one item.
void addAttach(CommandLine &commandLine);

}
