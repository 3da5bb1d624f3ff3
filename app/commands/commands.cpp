#include "app/commands/commands.h"

namespace plimsoll {

std::span<const AddCommand> commands()
{
    return {};
}

}
