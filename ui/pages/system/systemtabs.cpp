#include "ui/pages/system/systemtab.h"

namespace plimsoll {

std::vector<SystemTabKind> systemTabs()
{
    return {};
}

}
