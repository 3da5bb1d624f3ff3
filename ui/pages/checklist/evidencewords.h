#pragma once

#include "core/evidence/evidence.h"

namespace plimsoll {

/// The period covered: "2026-11", "2026-07 to 2026-09", "2026-07-03 to 2026-07-09", "since 2026-07-03".
QString coverageInWords(const Evidence &evidence);
/// "draft", "approved".
QString title(DocumentState state);
QString title(EvidenceKind kind);
QString title(Classification classification);
/// "2026-12-15, soon" within thirty days of `today`; "2026-10-01, lapsed" after it.
QString validityInWords(const Evidence &evidence, QDate today);

}
