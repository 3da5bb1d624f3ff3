#pragma once

#include "core/catalogue/catalogue.h"

namespace plimsoll {

/// The words of the provision that the standard leaves undefined, each with a note, a line each: "“word”:
/// note".
QStringList undefinedWordsIn(const Catalogue &catalogue, const Provision &provision);

}
