#include "core/package/payloadfeed.h"

#include "core/base/text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PayloadFeed)
};

QString nameOf(const PayloadEntry &entry)
{
    return withVisibleControls(entry.originalName.isEmpty() ? entry.path : entry.originalName);
}

auto changed(const PayloadEntry &entry)
{
    return refuse(
        ErrorCode::Conflict,
        Text::tr(
            "“%1” is no longer the file that was recorded. Restore it or attach it anew, then export again.")
            .arg(nameOf(entry)),
        entry.file);
}

Result<std::unique_ptr<QIODevice>> open(const PayloadEntry &entry, const PayloadBytes &content)
{
    if (content.file.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(content.bytes);
        buffer->open(QIODevice::ReadOnly);
        return std::unique_ptr<QIODevice>(std::move(buffer));
    }
    const QFileInfo info(content.file);
    if (!info.exists() && !info.isSymLink()) {
        return refuse(ErrorCode::NotFound,
                      Text::tr("“%1” is missing. Restore it, then export again.").arg(nameOf(entry)),
                      content.file);
    }
    if (info.isSymLink() || !info.isFile()) {
        return refuse(
            ErrorCode::Invalid,
            Text::tr("“%1” is not an ordinary file but a link, a folder or a device, and cannot be packaged. "
                     "Put the file itself in its place, then export again.")
                .arg(nameOf(entry)),
            content.file);
    }
    auto file = std::make_unique<QFile>(content.file);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return refuse(
            ErrorCode::Storage,
            Text::tr("“%1” cannot be read. Check its permissions, then export again.").arg(nameOf(entry)),
            file->errorString());
    }
    if (file->size() != content.size)
        return changed(entry);
    return std::unique_ptr<QIODevice>(std::move(file));
}

/// As much as fits; short only at the end of the file.
qint64 fill(QIODevice &device, BlockQueue::Block &block)
{
    block.used = 0;
    while (block.used < BlockQueue::blockSize) {
        const qint64 count =
            device.read(block.buffer.data() + block.used, BlockQueue::blockSize - block.used);
        if (count < 0)
            return -1;
        if (count == 0)
            break;
        block.used += qsizetype(count);
    }
    return block.used;
}

}

PayloadFeed::PayloadFeed(const QList<PayloadEntry> &entries, QList<qsizetype> order)
    : m_entries(entries)
    , m_order(std::move(order))
    , m_digests(entries.size())
    , m_thread([this] { run(); })
{
}

PayloadFeed::~PayloadFeed()
{
    m_queue.close();
    m_thread.join();
}

Done PayloadFeed::fetchBlock()
{
    if (m_block)
        return {};
    m_block = m_queue.pop();
    m_taken = 0;
    if (m_block)
        return {};
    return tl::unexpected(m_error.value_or(
        Error{ErrorCode::Invalid, Text::tr("The package ended too early. Export it again."), {}}));
}

Result<qint64> PayloadFeed::begin()
{
    if (const auto fetched = fetchBlock(); !fetched)
        return tl::unexpected(fetched.error());
    return m_block->fileSize;
}

Result<qint64> PayloadFeed::read(char *to, qint64 size)
{
    if (const auto fetched = fetchBlock(); !fetched)
        return tl::unexpected(fetched.error());
    const qsizetype count = std::min(qsizetype(size), m_block->used - m_taken);
    std::memcpy(to, m_block->buffer.constData() + m_taken, size_t(count));
    m_taken += count;
    const bool entryEnds = m_block->endsFile && count == 0;
    if ((m_taken == m_block->used && !m_block->endsFile) || entryEnds) {
        m_queue.giveBack(std::move(*m_block));
        m_block.reset();
    }
    return count;
}

void PayloadFeed::run()
{
    for (const qsizetype index : m_order) {
        if (const auto fed = feed(index); !fed) {
            m_error = fed.error();
            break;
        }
    }
    m_queue.finish();
}

Done PayloadFeed::feed(qsizetype index)
{
    const PayloadEntry &entry = m_entries[index];
    const auto content = contentOf(entry);
    if (!content)
        return tl::unexpected(content.error());
    const auto device = open(entry, *content);
    if (!device)
        return tl::unexpected(device.error());

    Hasher hasher;
    qint64 left = sizeOf(*content);
    for (bool ended = false; !ended;) {
        auto block = m_queue.blank();
        if (!block)
            return refuse(ErrorCode::Cancelled, Text::tr("The export was cancelled."));
        const qint64 count = fill(**device, *block);
        if (count < 0) {
            return refuse(
                ErrorCode::Storage,
                Text::tr("“%1” cannot be read to its end. Check the disk it lies on.").arg(nameOf(entry)),
                (*device)->errorString());
        }
        left -= count;
        ended = count < BlockQueue::blockSize;
        if (left < 0 || (ended && left > 0))
            return changed(entry);
        hasher.add(block->view());
        if (ended) {
            m_digests[index] = hasher.finish();
            if (entry.digest && *entry.digest != m_digests[index])
                return changed(entry);
        }
        block->fileSize = sizeOf(*content);
        block->endsFile = ended;
        m_queue.push(std::move(*block));
    }
    return {};
}

}
