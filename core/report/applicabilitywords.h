#pragma once

#include "core/report/auditreport.h"

#include <QStringList>

namespace plimsoll {

/// "Applies", "Waits: decommission".
QString applicabilityWord(const ReportItem &item);

/// Why the item applies or not: the reason, the approval, and an answer that does not count; what is not
/// known is left out.
QStringList applicabilityReasons(const ReportItem &item);

}
