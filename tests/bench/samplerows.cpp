#include "tests/bench/measurements.h"
#include "tests/bench/programs.h"

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

constexpr double secondsForTenThousand = 40;

/// Always made anew by the command line's program, as people make it; then others may use it.
Result<QList<Row>> makeLarge(Ground &ground)
{
    const QString folder = ground.largeWorkspacePath();
    const int systems = ground.scale().systems;
    QDir(folder).removeRecursively();
    calmDisk();
    const auto seconds =
        secondsOfRun(QStringLiteral(PLIMSOLL_CTL), {u"sample"_s, folder, u"--systems"_s,
                                                    QString::number(systems), u"--answered"_s, u"0.5"_s});
    if (!seconds)
        return tl::unexpected(seconds.error());
    const auto workspace = Workspace::open(folder, Workspace::Access::ReadOnly, ground.clock());
    const auto reader = workspace ? (*workspace)->reader() : tl::unexpected(workspace.error());
    if (!reader)
        return tl::unexpected(reader.error());
    const auto responses = (*reader)->single(u"SELECT COUNT(*) FROM response"_s);
    if (!responses)
        return tl::unexpected(responses.error());
    const double count = responses->toDouble();
    const qint64 bytes = QFileInfo((*workspace)->databaseFile()).size();
    return QList<Row>{{.name = u"sample-seconds"_s,
                       .what = u"sample --systems %1 --answered 0.5"_s.arg(systems),
                       .unit = u"s"_s,
                       .ours = *seconds,
                       .limit = secondsForTenThousand * systems / 10'000,
                       .remarks = {u"%1 responses, one run."_s.arg(count, 0, 'f', 0)}},
                      {.name = u"sample-bytes"_s,
                       .what = u"database a response"_s,
                       .unit = u"B"_s,
                       .ours = double(bytes) / count,
                       .limit = 1500}};
}

}

Measurement makingTheLargeWorkspace()
{
    return {{u"sample-seconds"_s, u"sample-bytes"_s}, makeLarge};
}

}
