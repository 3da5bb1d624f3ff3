#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/mapping.h"

#include <QJsonObject>

namespace plimsoll {

/// All that a catalogue says, for programs, with the crosswalks that start from it.
QJsonObject jsonOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings);

/// All that it says of one provision.
QJsonObject jsonOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings,
                   const Provision &provision);

}
