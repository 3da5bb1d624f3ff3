#pragma once

#include "core/base/clock.h"
#include "core/base/digest.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/report/auditreport.h"

#include <QIODevice>

namespace plimsoll {

/// What was written.
struct ReportFacts
{
    int pages = 0;
    qint64 bytes = 0;
    Digest digest;
    QStringList warnings; ///< whole sentences: characters no installed font could draw
};

/// Writes the report as PDF/A-1b. Equal report, clock and fonts give equal bytes. Needs a QGuiApplication
/// (offscreen will do) and may run on any thread. `progress` is called on the calling thread; when it answers
/// false nothing remains.
Result<ReportFacts> writeAuditReport(const AuditReport &report, QIODevice &out, const Clock &clock,
                                     const Progress &progress = unwatched());

/// The same into a file that appears whole, on disk, or not at all; one that was there before is replaced
/// only by a whole one. What keeps the disk from taking it is said by name: the file, and whether there is no
/// room or a limit.
Result<ReportFacts> writeAuditReport(const AuditReport &report, const QString &path, const Clock &clock,
                                     const Progress &progress = unwatched());

}
