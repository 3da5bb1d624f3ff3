#include "core/evidence/evidence.h"
#include "core/evidence/evidenceuse.h"
#include "core/evidence/issuedsystem.h"

namespace plimsoll {

template struct EntityCode<Evidence>;
template struct EntityCode<EvidenceUse>;
template struct EntityCode<IssuedPackage>;
template struct EntityCode<IssuedSystem>;
}
