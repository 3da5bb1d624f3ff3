#pragma once

#include "core/journal/verification.h"

namespace plimsoll {

/// As people hand a head on: the number of entries, a colon, and the digest of the last in 64 hexadecimal
/// digits.
QString headText(const JournalHead &head);

/// Reads what headText() wrote; nothing of anything else.
std::optional<JournalHead> headFromText(const QString &text);

/// Whether the journal, whose chain was found to hold, still leads to where it ended earlier. No journal that
/// was shortened or rewritten since does, however well its digests fit each other.
Result<Proof> verifyEarlierHead(const Connection &connection, const JournalHead &earlier);

}
