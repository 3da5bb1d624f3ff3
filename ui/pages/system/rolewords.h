#pragma once

#include "core/responsibility/roles.h"

#include <QString>

namespace plimsoll {

/// What somebody does who holds the role, in our own words.
QString meaning(Role role);

/// What the two are that give common answers: a platform, and the organisation.
QString meaningOfPlatforms();

}
