#pragma once

#include "app/commands/commandline.h"

#include <span>

namespace plimsoll {

/// Every command of plimsollctl, in the order --help lists them.
std::span<const AddCommand> commands();

}
