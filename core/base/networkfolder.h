#pragma once

#include <QString>

namespace plimsoll {

/// Whether the folder lies on another machine, as far as the operating system tells.
bool isOnNetwork(const QString &folder);

}
