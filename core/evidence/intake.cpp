#include "core/evidence/intake.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <array>
#include <memory>
#include <semaphore>
#include <thread>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Intake)
};

/// What QMimeDatabase looks at.
constexpr qsizetype recognisedFrom = 16 * 1024;
/// Fits the second-level cache, so that what was read is hashed and written while it is near.
constexpr qint64 bufferSize = 256 * 1024;
/// Below this a second thread costs more than it gains.
constexpr qint64 largeFile = 4 * 1024 * 1024;

std::unique_ptr<char[]> newBuffer(qint64 size)
{
    return std::make_unique_for_overwrite<char[]>(size_t(size));
}

tl::unexpected<Error> cancelled()
{
    return refuse(ErrorCode::Cancelled, Text::tr("Stopped. Nothing was kept."));
}

/// Writes what it is handed, in order, on a thread of its own. A few pieces may wait.
class WritingThread
{
public:
    explicit WritingThread(DiskFile &target)
        : m_target(target)
        , m_thread([this] { run(); })
    {
    }
    ~WritingThread() { end(); }
    WritingThread(const WritingThread &) = delete;
    WritingThread &operator=(const WritingThread &) = delete;

    /// The next buffer to fill; waits until one is free.
    std::span<char> freeBuffer()
    {
        m_free.acquire();
        return {m_pieces.at(m_next).bytes.get(), size_t(bufferSize)};
    }
    /// Hands over what was put into the buffer that freeBuffer() gave.
    void write(qsizetype size)
    {
        m_pieces.at(m_next).size = size;
        m_next = (m_next + 1) % m_pieces.size();
        m_filled.release();
    }
    /// Whether writing has met an error, which finish() tells.
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// Waits until everything handed over is written.
    Done finish()
    {
        end();
        return m_outcome;
    }

private:
    static constexpr qsizetype endOfAll = -1;
    static constexpr int pieceCount = 8;
    struct Piece
    {
        std::unique_ptr<char[]> bytes = newBuffer(bufferSize);
        qsizetype size = 0;
    };

    void end()
    {
        if (!m_thread.joinable())
            return;
        freeBuffer();
        write(endOfAll);
        m_thread.join();
    }
    void run()
    {
        for (size_t index = 0;; index = (index + 1) % m_pieces.size()) {
            m_filled.acquire();
            const Piece &piece = m_pieces.at(index);
            if (piece.size == endOfAll)
                return;
            if (m_outcome)
                m_outcome = m_target.write(QByteArrayView(piece.bytes.get(), piece.size));
            m_failed = !m_outcome;
            m_free.release();
        }
    }

    DiskFile &m_target;
    std::array<Piece, pieceCount> m_pieces;
    std::counting_semaphore<pieceCount> m_free{pieceCount};
    std::counting_semaphore<pieceCount> m_filled{0};
    std::atomic<bool> m_failed = false;
    Done m_outcome;
    size_t m_next = 0;
    std::jthread m_thread;
};

/// Adds up what passes by: digest, size, the first bytes.
class Measure
{
public:
    void add(QByteArrayView bytes)
    {
        if (m_intake.beginning.size() < recognisedFrom)
            m_intake.beginning.append(
                bytes.first(std::min(recognisedFrom - m_intake.beginning.size(), bytes.size())));
        m_hasher.add(bytes);
        m_intake.size += bytes.size();
    }
    [[nodiscard]] qint64 size() const { return m_intake.size; }
    Intake finish()
    {
        m_intake.digest = m_hasher.finish();
        return std::move(m_intake);
    }

private:
    Hasher m_hasher;
    Intake m_intake;
};

Done copySmall(DiskFile &from, DiskFile &to, Measure &measure, qint64 total, const Progress &progress)
{
    // One byte more than the file has, so that its end shows in the first reading.
    const qint64 size = std::min(total + 1, bufferSize);
    const auto buffer = newBuffer(size);
    while (true) {
        if (!progress(measure.size(), total, from.path()))
            return cancelled();
        const auto count = from.read({buffer.get(), size_t(size)});
        if (!count)
            return tl::unexpected(count.error());
        const QByteArrayView bytes(buffer.get(), *count);
        measure.add(bytes);
        if (auto written = to.write(bytes); !written)
            return written;
        if (*count < size || measure.size() > total)
            return {};
    }
}

Done copyLarge(DiskFile &from, DiskFile &to, Measure &measure, qint64 total, const Progress &progress)
{
    WritingThread writer(to);
    while (!writer.hasFailed()) {
        if (!progress(measure.size(), total, from.path()))
            return cancelled();
        const auto buffer = writer.freeBuffer();
        const auto count = from.read(buffer);
        if (!count) {
            writer.write(0);
            return tl::unexpected(count.error());
        }
        measure.add(QByteArrayView(buffer.data(), *count));
        writer.write(*count);
        if (*count < bufferSize || measure.size() > total)
            break;
    }
    return writer.finish();
}

}

Result<Intake> copyHashed(const QString &source, DiskFile &target, const Progress &progress)
{
    auto from = DiskFile::openToRead(source);
    if (!from)
        return tl::unexpected(from.error());
    const auto before = from->stamp();
    if (!before)
        return tl::unexpected(before.error());

    Measure measure;
    const auto copied = before->size < largeFile ? copySmall(*from, target, measure, before->size, progress)
                                                 : copyLarge(*from, target, measure, before->size, progress);
    if (!copied)
        return tl::unexpected(copied.error());

    const auto after = from->stamp();
    const auto underThatName = DiskFile::stampAt(source);
    if (!after || *after != *before || !underThatName || *underThatName != *before ||
        measure.size() != before->size)
        return refuse(
            ErrorCode::Conflict,
            Text::tr("%1 changed while it was being read, so nothing of it was kept. Close the program that "
                     "writes to it and try again.")
                .arg(withVisibleControls(QDir::toNativeSeparators(source))));
    return measure.finish();
}

Result<Intake> writeHashed(QByteArrayView bytes, DiskFile &target)
{
    Measure measure;
    measure.add(bytes);
    if (const auto written = target.write(bytes); !written)
        return tl::unexpected(written.error());
    return measure.finish();
}

Result<Digest> digestOf(DiskFile &file, const Progress &progress)
{
    const auto stamp = file.stamp();
    if (!stamp)
        return tl::unexpected(stamp.error());
    const qint64 size = std::min(stamp->size + 1, bufferSize);
    const auto buffer = newBuffer(size);
    Hasher hasher;
    for (qint64 done = 0;;) {
        if (!progress(done, stamp->size, file.path()))
            return cancelled();
        const auto count = file.read({buffer.get(), size_t(size)});
        if (!count)
            return tl::unexpected(count.error());
        hasher.add(QByteArrayView(buffer.get(), *count));
        done += *count;
        if (*count < size)
            return hasher.finish();
    }
}

}
