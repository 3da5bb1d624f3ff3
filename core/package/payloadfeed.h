#pragma once

#include "core/base/digest.h"
#include "core/package/blockqueue.h"
#include "core/package/packagecontent.h"

#include <atomic>
#include <thread>

namespace plimsoll {

/// Reads the payload ahead on a thread of its own, in the given order, and fingerprints it on the way, so
/// that copying and hashing share one pass and two cores. An entry whose file is not what was announced
/// (another size, another fingerprint, no regular file, a link) ends the feed with the sentence that names
/// it.
class PayloadFeed
{
public:
    PayloadFeed(const QList<PayloadEntry> &entries, QList<qsizetype> order);
    ~PayloadFeed();
    PayloadFeed(const PayloadFeed &) = delete;
    PayloadFeed &operator=(const PayloadFeed &) = delete;

    /// The size of the next entry; waits until its first bytes are there.
    Result<qint64> begin();
    /// Copies at most `size` bytes of the entry begun to `to`; 0 at its end.
    Result<qint64> read(char *to, qint64 size);
    /// Of an entry that was read to its end.
    [[nodiscard]] Digest digest(qsizetype entry) const { return m_digests[entry]; }

private:
    void run();
    Done feed(qsizetype index);
    Done fetchBlock();

    const QList<PayloadEntry> &m_entries;
    QList<qsizetype> m_order;
    QList<Digest> m_digests;
    BlockQueue m_queue;
    std::optional<BlockQueue::Block> m_block;
    qsizetype m_taken = 0;
    std::optional<Error> m_error; ///< written before the queue is finished, read after
    std::thread m_thread;
};

}
