#pragma once

#include "core/assessment/assessment.h"

namespace plimsoll {

QString inWords(AssessmentPurpose purpose);
/// "Self-assessment, begun on 2026-01-07, closed on 2026-03-01".
QString inWords(const Assessment &assessment);

}
