#pragma once

#include "core/evidence/evidence.h"

#include <QHash>

namespace plimsoll {

/// A piece of evidence with its number and its place in a package.
struct PackagedEvidence
{
    QString reference; ///< "0012", for tables
    QString path;      ///< "data/evidence/0012-policy.pdf"; empty for a link
    Evidence evidence;
};

/// The evidence that leaves the house, numbered from 1. Files of equal content share the path of the first.
class PackagedEvidenceList
{
public:
    /// In the order given; evidence given twice is listed once.
    explicit PackagedEvidenceList(const QList<Evidence> &evidence = {});

    [[nodiscard]] const QList<PackagedEvidence> &all() const { return m_all; }
    /// Null when the evidence is not listed.
    [[nodiscard]] const PackagedEvidence *find(const Id<Evidence> &id) const;
    /// Those of them that are listed, each once and in the order of their numbers.
    [[nodiscard]] QList<const PackagedEvidence *> sorted(const QList<Id<Evidence>> &ids) const;

private:
    QList<PackagedEvidence> m_all;
    QHash<Id<Evidence>, qsizetype> m_places;
};

}
