#pragma once

#include "core/exchange/registerimport.h"
#include "ui/models/recordmodel.h"

namespace plimsoll {

std::vector<Column<PlannedRow>> plannedRowColumns();
std::vector<Column<CellNotUnderstood>> cellColumns();

}
