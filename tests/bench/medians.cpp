#include "tests/bench/medians.h"

#include <QElapsedTimer>

#include <algorithm>

namespace plimsoll::bench {

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double ninetyFifth(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * 95 / 100)];
}

Result<QList<double>> mediansByTurns(int runs, const QList<Attempt> &attempts)
{
    QList<QList<double>> seconds(attempts.size());
    for (int run = 0; run < runs; ++run) {
        for (qsizetype turn = 0; turn < attempts.size(); ++turn) {
            const qsizetype which = (turn + run) % attempts.size();
            const auto took = attempts[which]();
            if (!took)
                return tl::unexpected(took.error());
            seconds[which].append(*took);
        }
    }
    QList<double> medians;
    for (const QList<double> &all : std::as_const(seconds))
        medians.append(median(all));
    return medians;
}

Result<double> secondsOf(const std::function<Done()> &work)
{
    QElapsedTimer timer;
    timer.start();
    if (const auto done = work(); !done)
        return tl::unexpected(done.error());
    return double(timer.nsecsElapsed()) / 1e9;
}

}
