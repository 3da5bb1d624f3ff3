#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/mapping.h"

namespace plimsoll {

/// A catalogue as a list for people: its provisions by phase and principle, its presets, and the crosswalks
/// that start from it.
QString listOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings);

/// All that it says of one provision, for people.
QString textOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings,
               const Provision &provision);

}
