#pragma once

#include "core/workspace/overview.h"
#include "ui/models/recordmodel.h"

namespace plimsoll {

QString openItemKey(const OpenItem &item);

/// Release, system, provision, answer, owner, due.
std::vector<Column<OpenItem>> blockerColumns();

/// Due, system, provision, answer, owner.
std::vector<Column<OpenItem>> overdueColumns();

}
