#pragma once

#include "core/assessment/assessment.h"

#include <QHash>

namespace plimsoll {

/// Which of a system's assessments is told where it is not the one that counts.
using NamedAssessments = QHash<Id<AiSystem>, Id<Assessment>>;

}
