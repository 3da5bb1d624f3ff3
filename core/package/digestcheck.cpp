#include "core/package/digestcheck.h"

#include "core/base/digest.h"
#include "core/base/parallel.h"
#include "core/package/blockqueue.h"

#include <QCoreApplication>

#include <algorithm>
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

/// Readers of one package, as many as threads ask for: an open archive belongs to one of them at a time.
class Readers
{
public:
    explicit Readers(const PackageReader &first)
        : m_first(first)
    {
    }

    Result<PackageReader> take()
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_free.empty()) {
                PackageReader reader = std::move(m_free.back());
                m_free.pop_back();
                return reader;
            }
        }
        return m_first.again();
    }

    void giveBack(PackageReader reader)
    {
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(reader));
    }

private:
    const PackageReader &m_first;
    std::mutex m_mutex;
    std::vector<PackageReader> m_free;
};

/// Gathers what the threads find.
class Checking
{
public:
    Checking(const PackageReader &package, QList<DigestCheck> checks)
        : m_readers(package)
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
    static Result<bool> isUnchangedAlone(PackagedStream &stream, const DigestCheck &check,
                                         SharedProgress &shared);
    static Result<bool> isUnchangedByTwo(PackagedStream &stream, const DigestCheck &check,
                                         SharedProgress &shared);
    Result<bool> isUnchanged(const DigestCheck &check, SharedProgress &shared);
    void note(const DigestCheck &check, const Result<bool> &unchanged);

    Readers m_readers;
    QList<DigestCheck> m_checks;
    qint64 m_total = 0;
    std::mutex m_mutex;
    DigestCheckOutcome m_outcome;
};

Result<DigestCheckOutcome> Checking::run(const Progress &progress)
{
    const auto checkOne = [this](qsizetype index, SharedProgress &shared) {
        const DigestCheck &check = m_checks[index];
        const auto unchanged = isUnchanged(check, shared);
        if (!shared.cancelled)
            note(check, unchanged);
    };
    const QString step = Text::tr("Checking fingerprints");
    if (!onEveryCore(m_checks.size(), checkOne, progress, m_total, step) || !progress(m_total, m_total, step))
        return refuse(ErrorCode::Cancelled,
                      Text::tr("The check was cancelled; it says nothing about the package."));
    m_outcome.changed.sort();
    m_outcome.problems.sort();
    return m_outcome;
}

Result<bool> Checking::isUnchanged(const DigestCheck &check, SharedProgress &shared)
{
    auto reader = m_readers.take();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto stream = reader->stream(check.path);
    if (!stream)
        return tl::unexpected(stream.error());
    const auto unchanged = check.size >= worthTwoThreads ? isUnchangedByTwo(**stream, check, shared)
                                                         : isUnchangedAlone(**stream, check, shared);
    m_readers.giveBack(std::move(*reader));
    return unchanged;
}

Result<bool> Checking::isUnchangedAlone(PackagedStream &stream, const DigestCheck &check,
                                        SharedProgress &shared)
{
    constexpr qsizetype bufferSize = 256 << 10; // stays in the core's own cache
    thread_local FileBuffer buffer(bufferSize);
    Fingerprints fingerprints(check);
    while (!shared.cancelled) {
        const auto count = stream.read(buffer.data(), buffer.size());
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        fingerprints.add({buffer.constData(), qsizetype(*count)});
        shared.done += *count;
    }
    return fingerprints.areAsExpected();
}

Result<bool> Checking::isUnchangedByTwo(PackagedStream &stream, const DigestCheck &check,
                                        SharedProgress &shared)
{
    BlockQueue queue;
    std::optional<Error> error; // written before the queue is finished, read after
    std::thread reading([&] {
        for (auto block = queue.blank(); block && !shared.cancelled; block = queue.blank()) {
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
        shared.done += block->used;
        queue.giveBack(std::move(*block));
    }
    reading.join();
    if (error)
        return tl::unexpected(*error);
    return fingerprints.areAsExpected();
}

void Checking::note(const DigestCheck &check, const Result<bool> &unchanged)
{
    const std::scoped_lock lock(m_mutex);
    if (!unchanged && !isAboutThePackage(unchanged.error())) {
        m_outcome.hindrance = unchanged.error();
        return;
    }
    ++m_outcome.files;
    if (unchanged)
        m_outcome.bytes += check.size;
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
