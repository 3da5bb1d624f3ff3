#pragma once

#include "core/report/auditreport.h"

namespace plimsoll::test {

/// How a report for tests is built: the same shape as a real one, with as much as the test wants.
struct ReportSize
{
    int systems = 1;
    int provisions = 72;
    int wordsInRationale = 60;
    int evidencePerProvision = 2;
};

/// The report of an invented bank. The same for the same size, always.
AuditReport nordbankReport(const ReportSize &size = {});

/// The digest of one piece of evidence in that report.
QString nordbankDigest(int system, int provision, int evidence);

}
