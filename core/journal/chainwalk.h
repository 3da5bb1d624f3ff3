#pragma once

#include "core/journal/journal.h"

namespace plimsoll {

/// What breaks a chain of entries.
enum class ChainBreak {
    UnreadableHeader,
    OutOfSequence, ///< it is not the entry that comes next
    OtherPrevious, ///< it does not follow from the entry before
    OtherBody,     ///< its parts are not those its header was written for
    OtherDigest,   ///< the digest stored with it is not its header's
};

/// Walks along a journal, wherever it is stored, and holds every entry against the one before.
class ChainWalk
{
public:
    /// What breaks the chain at this entry, or nothing. `stored` is the digest stored with it, nothing where
    /// that is none.
    std::optional<ChainBreak> step(const QByteArray &header, const std::optional<Digest> &stored,
                                   const QList<Digest> &parts);
    /// The last entry that held.
    [[nodiscard]] const JournalHead &head() const { return m_head; }

private:
    JournalHead m_head;
};

}
