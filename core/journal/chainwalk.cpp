#include "core/journal/chainwalk.h"

namespace plimsoll {

std::optional<ChainBreak> ChainWalk::step(const QByteArray &header, const std::optional<Digest> &stored,
                                          const QList<Digest> &parts)
{
    const auto read = headerFromText(header);
    if (!read)
        return ChainBreak::UnreadableHeader;
    if (read->sequence != m_head.sequence + 1)
        return ChainBreak::OutOfSequence;
    if (read->previous != m_head.digest)
        return ChainBreak::OtherPrevious;
    if (bodyDigest(parts) != read->body)
        return ChainBreak::OtherBody;
    const Digest digest = Digest::of(header);
    if (digest != stored)
        return ChainBreak::OtherDigest;
    m_head = {read->sequence, digest};
    return std::nullopt;
}

}
