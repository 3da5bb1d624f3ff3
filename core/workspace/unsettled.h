#pragma once

#include "core/workspace/numbers.h"
#include "core/workspace/standpoint.h"

namespace plimsoll {

class Connection;

/// Fills in what still lacks a person's word: what is carried over, and Standpoint::unapprovedDecisions.
/// `assessments` numbers those that count, `items` those of the catalogue.
Done readUnsettled(const Connection &connection, const Catalogue &catalogue, const Numbers &assessments,
                   const Numbers &items, Standpoint &point);

}
