#include "core/base/parallel.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace plimsoll {

bool onEveryCore(qsizetype count, const std::function<void(qsizetype, SharedProgress &)> &work,
                 const Progress &progress, qint64 total, const QString &step)
{
    using namespace std::chrono_literals;

    SharedProgress shared;
    std::atomic<qsizetype> next = 0;
    std::mutex mutex;
    std::condition_variable ended;
    const auto threads =
        size_t(std::clamp<qsizetype>(qsizetype(std::thread::hardware_concurrency()), 1, count + 1));
    size_t running = threads;

    const auto run = [&] {
        for (qsizetype index = next++; index < count && !shared.cancelled; index = next++)
            work(index, shared);
        const std::lock_guard lock(mutex);
        --running;
        ended.notify_one();
    };
    std::vector<std::jthread> pool;
    pool.reserve(threads);
    for (size_t i = 0; i < threads; ++i)
        pool.emplace_back(run);

    std::unique_lock lock(mutex);
    while (!ended.wait_for(lock, 50ms, [&running] { return running == 0; })) {
        lock.unlock();
        if (!progress(shared.done, total, step))
            shared.cancelled = true;
        lock.lock();
    }
    return !shared.cancelled;
}

void inRangesOnEveryCore(size_t count, const std::function<void(size_t, size_t)> &work)
{
    constexpr size_t worthAThread = 256;
    const size_t ranges =
        std::clamp<size_t>(count / worthAThread, 1, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> others;
    others.reserve(ranges - 1);
    for (size_t i = 1; i < ranges; ++i)
        others.emplace_back(
            [&work, from = count * i / ranges, until = count * (i + 1) / ranges] { work(from, until); });
    work(0, count / ranges);
}

}
