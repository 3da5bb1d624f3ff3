#pragma once

#include "core/base/progress.h"

#include <atomic>

namespace plimsoll {

/// What the threads of one piece of work share: how much is done, and whether the person has stopped it.
struct SharedProgress
{
    std::atomic<qint64> done = 0;
    std::atomic<bool> cancelled = false;
};

/// Calls `work(0, shared)` to `work(count - 1, shared)`, each once, in this order, on as many threads as the
/// machine has cores. The calling thread meanwhile tells `progress` what `shared.done` has come to; once that
/// answers false, `shared.cancelled` is set and nothing further begins. Returns when every thread has ended:
/// true when all was called.
bool onEveryCore(qsizetype count, const std::function<void(qsizetype, SharedProgress &)> &work,
                 const Progress &progress, qint64 total, const QString &step);

/// Parts `count` things into ranges and calls `work(from, until)` for each, on as many threads as the machine
/// has cores. Returns when all has been done.
void inRangesOnEveryCore(size_t count, const std::function<void(size_t, size_t)> &work);

}
