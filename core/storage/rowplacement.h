#pragma once

#include "core/record/recordrows.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// The INSERT for a row of the type: its id, then its fields in the order of their description.
QString insertText(const EntityType &type);

/// Writes the rows as they are, past the journal: for a copy to be looked at, never for one to be worked in.
Done placeRows(const Connection &connection, const Schema &schema, const RecordRows &rows);

}
