#pragma once

#include "core/catalogue/catalogue.h"
#include "core/storage/connection.h"
#include "core/workspace/answering.h"

namespace plimsoll {

/// Says of each of these items that does not apply, waits for an event, or is borne by another party, of
/// which system that is and why: a sentence each. Items of platforms always apply. Only the first systems are
/// looked at, as many as somebody would read about.
Result<QStringList> whyNotDue(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                              const QList<ItemOfAssessment> &items, QDate today);

}
