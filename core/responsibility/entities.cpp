#include "core/responsibility/party.h"
#include "core/responsibility/person.h"
#include "core/responsibility/roleassignment.h"

namespace plimsoll {

template struct EntityCode<Party>;
template struct EntityCode<Person>;
template struct EntityCode<RoleAssignment>;

}
