#pragma once

#include "core/report/auditreport.h"
#include "core/report/pageflow.h"

namespace plimsoll {

/// Title, organisation, systems, kind, period, date of issue.
void placeCover(PageFlow &flow, const AuditReport &report);
/// Standard, catalogue, assessor, methods, readers, limitations.
void placeAbout(PageFlow &flow, const AuditReport &report, int number);
/// All systems by phase, for reports on more than one.
void placeOverview(PageFlow &flow, const AuditReport &report, int number);
/// Head of the journal and how to verify.
void placeVerification(PageFlow &flow, const AuditReport &report, int number);

/// Said wherever an assessor is named, until signatures exist.
QString identityLine();

}
