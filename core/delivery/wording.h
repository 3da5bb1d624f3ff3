#pragma once

#include "core/assessment/assessmentwords.h"
#include "core/assessment/reliance.h"
#include "core/catalogue/item.h"
#include "core/evidence/evidence.h"
#include "core/inventory/aisystem.h"
#include "core/inventory/assetwords.h"
#include "core/inventory/limitation.h"

namespace plimsoll {

// What people read in report, index and table for the words the record keeps.

/// Empty while nobody has judged it.
QString inWords(AiActCategory category);
QString inWords(EvidenceKind kind);
QString inWords(LimitationKind kind);
/// "Attestation: SOC 2 report of 2026-02-14"; empty when nothing is held.
QString heldInWords(const Reliance &reliance);
/// "each of Developer and System Operator".
QString dutyInWords(const Item &item);
/// "approved 2026-03-01 by Jo Lee", "draft", and whether it has lapsed by `today`.
QString stateInWords(const Evidence &evidence, QDate today);
/// "2026-01-01 to 2026-12-31", one end alone, or nothing.
QString periodInWords(const std::optional<QDate> &from, const std::optional<QDate> &to);

}
