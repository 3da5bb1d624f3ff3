#pragma once

#include "core/base/result.h"
#include "core/catalogue/catalogue.h"
#include "core/record/recordrows.h"

namespace plimsoll {

/// The catalogue a record was answered against, so that a reader can tell whether it has the same.
struct CatalogueReference
{
    QString id;
    QString version;
    QString edition;
    Digest digest;
    QMap<QString, Digest> provisions; ///< by designator

    friend bool operator==(const CatalogueReference &, const CatalogueReference &) = default;
};

CatalogueReference referenceTo(const Catalogue &catalogue);

/// What record.json says.
struct RecordDocument
{
    CatalogueReference catalogue;
    RecordRows rows;

    friend bool operator==(const RecordDocument &, const RecordDocument &) = default;
};

/// 2 added the table `closing`, 3 the tables `restoration` and `issued_system` and the phase of a closing.
inline constexpr int recordFormatVersion = 3;

/// No record.json may be longer.
inline constexpr qint64 longestRecord = qint64(512) * 1024 * 1024;

/// The file data/export/record.json: one JSON document in the canonical form of RFC 8785, UTF-8, no line end.
///
///     {"catalogue": {"digest", "edition", "id", "provisions": {designator: digest}, "version"},
///      "entities": {table: [{"id": ..., field: value, ...}, ...]},
///      "format": "plimsoll-record",
///      "version": 3}
///
/// `entities` has a list for every table, also an empty one, sorted by id. A row names every field of its
/// table. Values are true, false, whole numbers below 2^53, text, or null where nothing was said. Ids are
/// UUIDs in lower case; a field that refers to another row holds its id, and the row is in the document. Days
/// are `yyyy-MM-dd` in the time zone of `workspace_profile`, moments `yyyy-MM-ddTHH:mm:ss.zzzZ`, digests
/// SHA-256 in hexadecimal. Evidence files lie in data/evidence/; `evidence.digest` says which is which.
QByteArray recordJson(const RecordDocument &document, const Schema &schema);

/// Reads what recordJson() wrote, also in an earlier version, and nothing else: a key twice, unknown or
/// missing, a table later than the version, a value of another kind, a reference to a row that is not there,
/// or another form than the canonical one is refused.
Result<RecordDocument> recordFromJson(const QByteArray &json, const Schema &schema);

}
