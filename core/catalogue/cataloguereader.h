#pragma once

#include "core/base/result.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/sourcenode.h"

namespace plimsoll {

/// Reads a catalogue as catalogue/README.md describes it. Checks everything before anything is used: unknown
/// and missing keys, wrong words, ids that are given twice or lead nowhere, titles that are too long, and the
/// numbers the catalogue declares about itself. The error's detail lists every mistake as "file:line:column:
/// sentence".
Result<Catalogue> readCatalogue(const SourceNode &root, const QString &file);

/// Fingerprints of what a catalogue says, without spaces, comments and the order of keys.
struct CatalogueDigests
{
    Digest whole;
    std::vector<Digest> provisions; ///< in their order
};

CatalogueDigests digestsOf(const SourceNode &root);

/// For a catalogue whose digests are already known.
Result<Catalogue> readCatalogue(const SourceNode &root, const QString &file, const CatalogueDigests &digests);

/// The same from a YAML file.
Result<Catalogue> readCatalogueFile(const QString &path);

}
