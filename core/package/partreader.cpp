#include "core/package/partreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PartReader)
};

QList<qsizetype> payloadOrder(const QList<PackagePart> &parts)
{
    QList<qsizetype> order;
    for (const PackagePart &part : parts) {
        if (part.payload >= 0)
            order.append(part.payload);
    }
    return order;
}

}

PartReader::PartReader(const PackageContent &content, const Progress &progress)
    : m_content(content)
    , m_tagFiles(content)
    , m_parts(m_tagFiles.parts())
    , m_digests(content.payload.size())
    , m_feed(content.payload, payloadOrder(m_parts))
    , m_progress(progress)
{
    for (const PayloadEntry &entry : content.payload)
        m_total += knownSizeOf(entry).value_or(0);
}

Result<qint64> PartReader::begin(const PackagePart &part)
{
    if (m_part.path == part.path)
        return m_size;
    m_part = part;
    m_taken = 0;
    m_ended = false;
    m_text = part.payload < 0 ? m_tagFiles.tagFile(part.path) : QByteArray();
    const auto size = part.payload < 0 ? Result<qint64>(m_text.size()) : m_feed.begin();
    if (!size)
        return size;
    m_size = *size;
    if (part.payload >= 0 && m_content.payload[part.payload].whenMade)
        m_total += m_size;
    return m_size;
}

Result<qint64> PartReader::read(char *to, qint64 size)
{
    if (m_ended)
        return 0;
    if (m_part.payload >= 0)
        return readPayload(to, size);
    const qint64 count = std::min(size, m_text.size() - m_taken);
    std::memcpy(to, m_text.constData() + m_taken, size_t(count));
    m_taken += count;
    m_ended = count == 0;
    return count;
}

Result<qint64> PartReader::readPayload(char *to, qint64 size)
{
    constexpr qint64 tellEvery = 4 << 20;
    const auto count = m_feed.read(to, size);
    if (!count)
        return count;
    m_ended = *count == 0;
    m_done += *count;
    if (m_ended) {
        m_digests[m_part.payload] = m_feed.digest(m_part.payload);
        m_tagFiles.setPacked(m_part.payload, m_digests[m_part.payload], m_size);
    }
    if (m_ended || m_done - m_told >= tellEvery) {
        m_told = m_done;
        if (!m_progress(m_done, m_total, m_part.path))
            return refuse(ErrorCode::Cancelled, Text::tr("The export was cancelled. Nothing was written."));
    }
    return count;
}

}
