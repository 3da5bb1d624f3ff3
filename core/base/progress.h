#pragma once

#include <QString>

#include <functional>

namespace plimsoll {

/// Told how far a long piece of work is; answers false when the person cancelled it. `total` is 0 while
/// unknown.
using Progress = std::function<bool(qint64 done, qint64 total, const QString &step)>;

/// For work that nobody watches.
inline const Progress &unwatched()
{
    static const Progress progress = [](qint64, qint64, const QString &) {
        return true;
    };
    return progress;
}

}
