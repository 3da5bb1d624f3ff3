#pragma once

#include "core/report/auditreportwriter.h"

namespace plimsoll {

/// writeAuditReport() into a file that appears whole, on disk, or not at all. What keeps the disk from taking
/// it is said by name: the file, and whether there is no room or a limit.
Result<ReportFacts> writeReportFile(const AuditReport &report, const QString &path, const Clock &clock,
                                    const Progress &progress = unwatched());

}
