#pragma once

#include "core/delivery/dossier.h"
#include "core/report/auditreport.h"

namespace plimsoll {

/// What a person adds to a report when it leaves the house.
struct ReportOptions
{
    QString issuedTo;
    QString purpose;
    QString replaces;         ///< the earlier package, in words; empty when there is none
    QString packageName;      ///< the package the report lies in; empty for a report alone
    bool isTimeGiven = false; ///< to the documents, from outside; see ExportOptions::at
};

/// What a reader has to know of the assessments before all else: made against another catalogue than the one
/// that tells the report, or not of the system as it is now. A sentence each.
QStringList reservations(const Dossier &dossier);

/// Everything the audit report says, composed from the dossier. Equal input gives an equal report.
AuditReport composeAuditReport(const Dossier &dossier, const ReportOptions &options);

}
