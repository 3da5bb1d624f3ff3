#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace plimsoll {

/// The day a cell of a spreadsheet says: 2026-03-15, 2026/03/15, 15.03.2026, 15 March 2026, Mar 15, 2026, or
/// 15/03/2026 where day and month cannot be taken for each other; a time of day behind it is left out.
/// Nothing for everything else, and for years outside 1900 to 2200.
std::optional<QDate> dayInCell(const QString &cell);
/// Why dayInCell() finds none, and what to write; empty when it finds one.
QString whyNoDay(const QString &cell);

}
