#pragma once

#include "core/record/recordrows.h"

#include <tl/expected.hpp>

#include <QJsonObject>

namespace plimsoll {

/// What a table or field means that the text does not name.
enum class Unnamed {
    Refused, ///< the text is not whole
    Neutral, ///< the text is older than the field, which said nothing then
};

/// {table: [{"id": ..., field: value, ...}, ...]}: a list for every table of the schema, also an empty one,
/// sorted by id; a row names every field of its table.
QJsonObject rowsToJson(const RecordRows &rows, const Schema &schema);

/// Reads what rowsToJson() wrote, and nothing else. Otherwise the first reason why not, as a clause: "the
/// asset “…” is there twice". A key unknown or missing, a value of another kind, an id that is none, and a
/// reference to a row that is not there are such reasons.
tl::expected<RecordRows, QString> rowsFromJson(const QJsonObject &json, const Schema &schema,
                                               Unnamed unnamed = Unnamed::Refused);

/// Why the object has not exactly these keys, as a clause about `place`; nothing when it has.
std::optional<QString> keysMissed(const QJsonObject &object, const QStringList &keys, const QString &place,
                                  Unnamed unnamed = Unnamed::Refused);

/// A text from outside in quotes, cut to what fits a sentence.
QString quotedForeign(const QString &foreign);

}
