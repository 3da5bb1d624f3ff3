#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/mapping.h"

#include <QStringList>

namespace plimsoll {

/// Some facts under one heading; each line is text as it is.
struct FactGroup
{
    QString heading;
    QStringList lines;

    friend bool operator==(const FactGroup &, const FactGroup &) = default;
};

/// Everything the catalogue says about a provision, in the order people ask. Groups without a line are left
/// out.
QList<FactGroup> factsOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings,
                         const Provision &provision);

/// Everything the catalogue says about itself.
QList<FactGroup> factsOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings);

/// Whether any fact of the provision holds the words, whatever the case.
bool holdsWords(const Provision &provision, const QString &words);

}
