#pragma once

#include "tests/bench/medians.h"
#include "tests/bench/row.h"

namespace plimsoll::bench {

/// Fills the row in with the medians of ours and of the peer, made by turns. Where one of the peer's programs
/// is not installed, the row says so and has ours alone.
Result<Row> besidePeer(Row row, int runs, const Attempt &ours, const QStringList &programs,
                       const Attempt &peer);

}
