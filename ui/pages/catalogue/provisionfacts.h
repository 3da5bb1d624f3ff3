#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/mapping.h"
#include "ui/widgets/readingtext.h"

namespace plimsoll {

/// Everything the catalogue says about a provision, in the order people ask. Sections without a line are left
/// out.
QList<TextSection> factsOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings,
                           const Provision &provision);

/// Everything the catalogue says about itself.
QList<TextSection> factsOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings);

/// Whether any fact of the provision holds the words, whatever the case.
bool holdsWords(const Provision &provision, const QString &words);

}
