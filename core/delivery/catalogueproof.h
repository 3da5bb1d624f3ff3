#pragma once

#include "core/delivery/recordjson.h"
#include "core/package/verification.h"

namespace plimsoll {

/// In bag-info.txt of our packages: id, version and digest of the catalogue.
inline constexpr auto catalogueLabel = QLatin1StringView("Plimsoll-Catalogue");

/// What bag-info.txt says of the catalogue in these words.
QString inWords(const CatalogueReference &catalogue);

/// What was found when the catalogue that record.json names was held against all that tells of it.
struct CatalogueProof
{
    QStringList problems; ///< sentences
    QStringList notes;    ///< sentences: no contradiction, but worth knowing
    /// Its edition and the digests of its provisions are those of a catalogue known here. A digest of the
    /// whole does not prove them: it is made from the catalogue's text, which is not in the package.
    bool isKnown = false;
};

/// Holds it against bag-info.txt, against the assessments, which the journal proves, and against `known`.
/// A version has one content, so one with two digests is a contradiction.
CatalogueProof proveCatalogue(const CatalogueReference &named, const BagPairs &info, const RecordRows &rows,
                              const CatalogueReference &known);

}
