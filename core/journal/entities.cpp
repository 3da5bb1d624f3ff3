#include "core/journal/restoration.h"

namespace plimsoll {

template struct EntityCode<Restoration>;

}
