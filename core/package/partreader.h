#pragma once

#include "core/base/progress.h"
#include "core/package/payloadfeed.h"
#include "core/package/tagfiles.h"

namespace plimsoll {

/// Gives the bytes of a package's parts, one part after the other in the order of `parts()`, and tells
/// progress.
class PartReader
{
public:
    PartReader(const PackageContent &content, const Progress &progress);

    [[nodiscard]] const QList<PackagePart> &parts() const { return m_parts; }
    /// Begins the part, in the order of parts(), and answers its size; waits while it is being made. Begun
    /// again before the next it only answers.
    Result<qint64> begin(const PackagePart &part);
    /// At most `size` bytes of the part begun; 0 at its end.
    Result<qint64> read(char *to, qint64 size);
    [[nodiscard]] const TagFiles &tagFiles() const { return m_tagFiles; }
    [[nodiscard]] const QList<Digest> &digests() const { return m_digests; }

private:
    Result<qint64> readPayload(char *to, qint64 size);

    const PackageContent &m_content;
    TagFiles m_tagFiles;
    QList<PackagePart> m_parts;
    QList<Digest> m_digests;
    PayloadFeed m_feed;
    const Progress &m_progress;
    PackagePart m_part;
    qint64 m_size = 0; ///< of the part begun
    QByteArray m_text; ///< of the tag file begun
    qint64 m_taken = 0;
    bool m_ended = true;
    qint64 m_done = 0;
    qint64 m_total = 0; ///< of the payload, as far as it is known
    qint64 m_told = 0;
};

}
