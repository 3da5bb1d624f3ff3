#pragma once

#include "core/base/result.h"

#include <QList>

#include <functional>

namespace plimsoll::bench {

/// The middle one; the mean of the two in the middle when there are two. There has to be one value at least.
double median(QList<double> values);
/// The value that 95 of 100 do not exceed.
double ninetyFifth(QList<double> values);

/// Does it once, and answers how long the part that counts took.
using Attempt = std::function<Result<double>()>;

/// Makes the attempts by turns, `runs` times each and each beginning in turn, so that whatever else the
/// machine does meets all of them alike. The medians, in the order of the attempts.
Result<QList<double>> mediansByTurns(int runs, const QList<Attempt> &attempts);

/// Seconds that `work` takes.
Result<double> secondsOf(const std::function<Done()> &work);

}
