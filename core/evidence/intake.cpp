#include "core/evidence/intake.h"

#include "core/base/filebuffer.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Intake)
};

/// What QMimeDatabase looks at.
constexpr qsizetype recognisedFrom = 16 * 1024;
/// What was read is hashed and written while it is in the nearest caches.
constexpr qint64 bufferSize = 64 * 1024;
/// Below this a second thread costs more than it gains.
constexpr qint64 largeFile = 4 * 1024 * 1024;

tl::unexpected<Error> cancelled()
{
    return refuse(ErrorCode::Cancelled, Text::tr("Stopped. Nothing was kept."));
}

/// Copies on a thread of its own and tells how far it has come, so that the copy can be read while it grows.
/// Handing the bytes themselves from core to core costs more than reading them twice.
class CopyingThread
{
public:
    CopyingThread(DiskFile &from, DiskFile &to, qint64 total)
        : m_from(from)
        , m_to(to)
        , m_total(total)
        , m_thread([this](const std::stop_token &stop) { run(stop); })
    {
    }

    /// How many bytes are copied; waits until these are more than `known`, or no more will be.
    qint64 copiedBeyond(qint64 known)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_copied > known || m_hasEnded; });
        return m_copied;
    }
    /// To be asked when no more will be copied.
    [[nodiscard]] const Done &outcome() const { return m_outcome; }

private:
    void run(const std::stop_token &stop)
    {
        FileBuffer buffer(bufferSize);
        qint64 copied = 0;
        // A byte more than there should be is enough to know that the file grew.
        for (bool ended = false; !ended && copied <= m_total && !stop.stop_requested();) {
            const auto count = m_from.read(buffer.span());
            m_outcome =
                count ? m_to.write(QByteArrayView(buffer.data(), *count)) : tl::unexpected(count.error());
            ended = !m_outcome || *count < bufferSize;
            copied += m_outcome ? *count : 0;
            if (copied % toldEvery == 0)
                tell(copied);
        }
        const std::lock_guard lock(m_mutex);
        m_copied = copied;
        m_hasEnded = true;
        m_changed.notify_one();
    }
    void tell(qint64 copied)
    {
        const std::lock_guard lock(m_mutex);
        m_copied = copied;
        m_changed.notify_one();
    }

    static constexpr qint64 toldEvery = 16 * bufferSize;
    DiskFile &m_from;
    DiskFile &m_to;
    qint64 m_total;
    Done m_outcome; ///< written before the end is told, read after
    std::mutex m_mutex;
    std::condition_variable m_changed;
    qint64 m_copied = 0;
    bool m_hasEnded = false;
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
    FileBuffer buffer(size);
    while (true) {
        if (!progress(measure.size(), total, from.path()))
            return cancelled();
        const auto count = from.read(buffer.span());
        if (!count)
            return tl::unexpected(count.error());
        const QByteArrayView bytes(buffer.data(), *count);
        measure.add(bytes);
        if (auto written = to.write(bytes); !written)
            return written;
        if (*count < size || measure.size() > total)
            return {};
    }
}

Done copyLarge(DiskFile &from, DiskFile &to, Measure &measure, qint64 total, const Progress &progress)
{
    auto copy = DiskFile::openToRead(to.path());
    if (!copy)
        return tl::unexpected(copy.error());
    CopyingThread copying(from, to, total);
    FileBuffer buffer(bufferSize);
    for (qint64 copied = copying.copiedBeyond(0); copied > measure.size();
         copied = copying.copiedBeyond(measure.size())) {
        while (measure.size() < copied) {
            if (!progress(measure.size(), total, from.path()))
                return cancelled();
            const auto left = std::min<qint64>(copied - measure.size(), bufferSize);
            const auto count = copy->read(buffer.span().first(size_t(left)));
            if (!count)
                return tl::unexpected(count.error());
            if (*count < left)
                return {}; // somebody cut the copy off; its size tells
            measure.add(QByteArrayView(buffer.data(), *count));
        }
    }
    return copying.outcome();
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
    FileBuffer buffer(size);
    Hasher hasher;
    for (qint64 done = 0;;) {
        if (!progress(done, stamp->size, file.path()))
            return cancelled();
        const auto count = file.read(buffer.span());
        if (!count)
            return tl::unexpected(count.error());
        hasher.add(QByteArrayView(buffer.data(), *count));
        done += *count;
        if (*count < size)
            return hasher.finish();
    }
}

}
