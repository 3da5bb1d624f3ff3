#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/assessment.h"
#include "core/assessment/closing.h"
#include "core/assessment/factanswer.h"
#include "core/assessment/inheritance.h"
#include "core/assessment/platform.h"
#include "core/assessment/reliance.h"
#include "core/assessment/response.h"

namespace plimsoll {

template struct EntityCode<ApplicabilityDecision>;
template struct EntityCode<Assessment>;
template struct EntityCode<Closing>;
template struct EntityCode<FactAnswer>;
template struct EntityCode<Inheritance>;
template struct EntityCode<Platform>;
template struct EntityCode<Reliance>;
template struct EntityCode<Response>;

}
