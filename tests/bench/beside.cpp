#include "tests/bench/beside.h"

#include "tests/bench/programs.h"

namespace plimsoll::bench {

Result<Row> besidePeer(Row row, int runs, const Attempt &ours, const QStringList &programs,
                       const Attempt &peer)
{
    QList<Attempt> attempts{ours};
    const QString missing = sentenceAboutMissing(programs);
    if (missing.isEmpty())
        attempts.append(peer);
    else
        row.remarks.append(missing);
    const auto medians = mediansByTurns(runs, attempts);
    if (!medians)
        return tl::unexpected(medians.error());
    row.ours = medians->at(0);
    if (missing.isEmpty())
        row.peers = medians->at(1);
    return row;
}

}
