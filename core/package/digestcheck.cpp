#include "core/package/digestcheck.h"

#include "core/base/digest.h"
#include "core/package/blockqueue.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DigestCheck)
};

/// A file from this size on is read by one thread and fingerprinted by another.
constexpr qint64 worthTwoThreads = 4 * BlockQueue::blockSize;

/// All fingerprints wanted of one file, taken in one pass. SHA-256 by OpenSSL; the others are rare and
/// foreign.
class Fingerprints
{
public:
    explicit Fingerprints(const DigestCheck &check)
        : m_check(check)
    {
        for (const auto &[algorithm, digest] : check.expected) {
            if (algorithm != QCryptographicHash::Sha256)
                m_others.push_back(std::make_unique<QCryptographicHash>(algorithm));
        }
    }

    void add(QByteArrayView bytes)
    {
        m_sha256.add(bytes);
        for (const auto &other : m_others)
            other->addData(bytes);
    }

    bool areAsExpected()
    {
        const auto bytes = m_sha256.finish().bytes();
        const QByteArray sha256(reinterpret_cast<const char *>(bytes.data()), Digest::size);
        auto other = m_others.begin();
        return std::all_of(m_check.expected.begin(), m_check.expected.end(), [&](const auto &expected) {
            const bool plain = expected.first == QCryptographicHash::Sha256;
            return expected.second == (plain ? sha256 : (*other++)->result());
        });
    }

private:
    const DigestCheck &m_check;
    Hasher m_sha256;
    std::vector<std::unique_ptr<QCryptographicHash>> m_others;
};

/// Shares the files out among threads and gathers what they find.
class Checking
{
public:
    Checking(const PackageReader &package, QList<DigestCheck> checks)
        : m_package(package)
        , m_checks(std::move(checks))
    {
        // The largest first, so that no core ends up alone with a large one.
        std::stable_sort(m_checks.begin(), m_checks.end(),
                         [](const DigestCheck &a, const DigestCheck &b) { return a.size > b.size; });
        for (const DigestCheck &check : std::as_const(m_checks))
            m_total += check.size;
    }

    Result<DigestCheckOutcome> run(const Progress &progress);

private:
    void work();
    Result<bool> isUnchanged(PackageReader &reader, const DigestCheck &check);
    Result<bool> isUnchangedAlone(PackagedStream &stream, const DigestCheck &check);
    Result<bool> isUnchangedByTwo(PackagedStream &stream, const DigestCheck &check);
    void note(const DigestCheck &check, const Result<bool> &unchanged);

    const PackageReader &m_package;
    QList<DigestCheck> m_checks;
    qint64 m_total = 0;
    std::atomic<qsizetype> m_next = 0;
    std::atomic<qint64> m_done = 0;
    std::atomic<bool> m_cancelled = false;
    std::mutex m_mutex;
    std::condition_variable m_finished;
    int m_working = 0;
    DigestCheckOutcome m_outcome;
    std::optional<Error> m_error;
};

Result<DigestCheckOutcome> Checking::run(const Progress &progress)
{
    using namespace std::chrono_literals;
    const auto most = std::clamp<qsizetype>(std::thread::hardware_concurrency(), 1, 8);
    const auto count = int(std::min(most, m_checks.size()));
    m_working = count; // falls from the first thread on
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([this] { work(); });
    {
        std::unique_lock lock(m_mutex);
        while (!m_finished.wait_for(lock, 50ms, [this] { return m_working == 0; })) {
            lock.unlock();
            if (!progress(m_done, m_total, Text::tr("Checking fingerprints")))
                m_cancelled = true;
            lock.lock();
        }
    }
    for (std::thread &thread : threads)
        thread.join();
    if (m_cancelled || !progress(m_done, m_total, Text::tr("Checking fingerprints")))
        return refuse(ErrorCode::Cancelled,
                      Text::tr("The check was cancelled; it says nothing about the package."));
    if (m_error)
        return tl::unexpected(*m_error);
    m_outcome.bytes = m_done;
    m_outcome.changed.sort();
    m_outcome.problems.sort();
    return m_outcome;
}

void Checking::work()
{
    // A reader of its own: an open archive belongs to one thread.
    auto reader = m_package.again();
    while (reader && !m_cancelled) {
        const qsizetype index = m_next++;
        if (index >= m_checks.size())
            break;
        note(m_checks[index], isUnchanged(*reader, m_checks[index]));
    }
    const std::scoped_lock lock(m_mutex);
    if (!reader && !m_error)
        m_error = reader.error();
    --m_working;
    m_finished.notify_all();
}

Result<bool> Checking::isUnchanged(PackageReader &reader, const DigestCheck &check)
{
    const auto stream = reader.stream(check.path);
    if (!stream)
        return tl::unexpected(stream.error());
    return check.size >= worthTwoThreads ? isUnchangedByTwo(**stream, check)
                                         : isUnchangedAlone(**stream, check);
}

Result<bool> Checking::isUnchangedAlone(PackagedStream &stream, const DigestCheck &check)
{
    constexpr qsizetype bufferSize = 64 << 10; // stays in the core's own cache
    thread_local FileBuffer buffer(bufferSize);
    Fingerprints fingerprints(check);
    while (!m_cancelled) {
        const auto count = stream.read(buffer.data(), buffer.size());
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        fingerprints.add({buffer.constData(), qsizetype(*count)});
        m_done += *count;
    }
    return fingerprints.areAsExpected();
}

Result<bool> Checking::isUnchangedByTwo(PackagedStream &stream, const DigestCheck &check)
{
    BlockQueue queue;
    std::optional<Error> error; // written before the queue is finished, read after
    std::thread reading([&] {
        for (auto block = queue.blank(); block && !m_cancelled; block = queue.blank()) {
            const auto count = stream.read(block->buffer.data(), BlockQueue::blockSize);
            if (!count)
                error = count.error();
            if (!count || *count == 0)
                break;
            block->used = qsizetype(*count);
            queue.push(std::move(*block));
        }
        queue.finish();
    });
    Fingerprints fingerprints(check);
    while (auto block = queue.pop()) {
        fingerprints.add(block->view());
        m_done += block->used;
        queue.giveBack(std::move(*block));
    }
    reading.join();
    if (error)
        return tl::unexpected(*error);
    return fingerprints.areAsExpected();
}

void Checking::note(const DigestCheck &check, const Result<bool> &unchanged)
{
    if (m_cancelled)
        return;
    const std::scoped_lock lock(m_mutex);
    ++m_outcome.files;
    if (!unchanged || !*unchanged)
        m_outcome.changed.append(check.path);
    if (!unchanged)
        m_outcome.problems.append(unchanged.error().message);
}

}

Result<DigestCheckOutcome> checkDigests(const PackageReader &package, QList<DigestCheck> checks,
                                        const Progress &progress)
{
    return Checking(package, std::move(checks)).run(progress);
}

}
