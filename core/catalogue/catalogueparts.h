#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/mapreader.h"

#include <QSet>

namespace plimsoll {

/// Longest title of a provision or part, in characters.
inline constexpr int longestTitle = 40;

/// The names a catalogue gives, gathered before its entries are read, so that any entry can refer to any
/// other.
struct CatalogueNames
{
    QStringList phases;
    QStringList clauses; ///< of principles
    QStringList facts;
    QStringList events;
    QStringList undefinedTerms;
    QSet<QString> provisions;
    QSet<QString> items;

    /// Complains about names, titles and numbers given twice.
    static CatalogueNames gather(const SourceNode &root, Complaints &complaints);
};

/// Each reads one list of the catalogue; `name` is what complaints call the map it stands in.
std::vector<Phase> readPhases(MapReader &root, Complaints &complaints);
std::vector<Principle> readPrinciples(MapReader &root, const CatalogueNames &names, Complaints &complaints);
std::vector<Fact> readFacts(MapReader &root, Complaints &complaints);
std::vector<Event> readEvents(MapReader &root, const CatalogueNames &names, Complaints &complaints);
/// Phases of the provisions come from `principles`.
std::vector<Provision> readProvisions(MapReader &root, const CatalogueNames &names,
                                      const std::vector<Principle> &principles, Complaints &complaints);
std::vector<Preset> readPresets(MapReader &root, const CatalogueNames &names, Complaints &complaints);

/// Holds what was read against the numbers the catalogue declares, and events against the provisions that
/// wait for them.
void checkWhole(const CatalogueContent &content, const SourceNode &root, Complaints &complaints);

}
