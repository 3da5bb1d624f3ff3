#include "ui/pages/systems/importcolumns.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportColumns)
};

}

std::vector<Column<PlannedRow>> plannedRowColumns()
{
    std::vector<Column<PlannedRow>> columns;
    columns.push_back(Column<PlannedRow>(Text::tr("Row"), [](const PlannedRow &row) {
                          return qlonglong(row.row);
                      }).alignedRight());
    columns.emplace_back(Text::tr("Own id"), [](const PlannedRow &row) { return row.number; });
    columns.emplace_back(Text::tr("Name"), [](const PlannedRow &row) { return row.name; });
    columns.emplace_back(Text::tr("What happens"), [](const PlannedRow &row) { return inWords(row); });
    return columns;
}

std::vector<Column<CellNotUnderstood>> cellColumns()
{
    using Cell = CellNotUnderstood;
    std::vector<Column<Cell>> columns;
    columns.push_back(
        Column<Cell>(Text::tr("Row"), [](const Cell &cell) { return qlonglong(cell.row); }).alignedRight());
    columns.push_back(Column<Cell>(Text::tr("Column"), [](const Cell &cell) {
                          return qlonglong(cell.column);
                      }).alignedRight());
    columns.emplace_back(Text::tr("Header"), [](const Cell &cell) { return cell.header; });
    columns.emplace_back(Text::tr("Cell"), [](const Cell &cell) { return cell.value; });
    columns.emplace_back(Text::tr("Why it is left out"), [](const Cell &cell) { return cell.sentence; });
    return columns;
}

}
