#include "core/evidence/evidence.h"
#include "core/evidence/evidenceuse.h"
#include "core/evidence/issuedpackage.h"

namespace plimsoll {

template struct EntityCode<Evidence>;
template struct EntityCode<EvidenceUse>;
template struct EntityCode<IssuedPackage>;

}
