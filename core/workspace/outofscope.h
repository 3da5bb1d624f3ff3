#pragma once

#include "core/inventory/aisystem.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// Of a system that will not be deployed and so is not assessed: "Out of scope: Pure research; approved by
/// Ann Approver; review on 2027-01-01", with what is not recorded called so. Empty for a system in scope.
/// `approver` is the name of AiSystem::outOfScopeApprover.
QString outOfScopeInWords(const AiSystem &system, const QString &approver);

/// That name; empty where nobody is recorded.
Result<QString> scopeApprover(const AiSystem &system, const Connection &connection);

/// What keeps that from standing up to an auditor on that day, a whole sentence each: no reason, no approver,
/// no day of review, or one that has passed. Empty for a system in scope.
QStringList scopeProblems(const AiSystem &system, QDate today);

}
