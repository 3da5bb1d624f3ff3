#include "tests/bench/measurements.h"
#include "tests/bench/medians.h"
#include "tests/bench/programs.h"
#include "tests/bench/xscreen.h"

#include <QElapsedTimer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

constexpr qint64 patience = 60'000;   // milliseconds
constexpr unsigned long idle = 3'000; // milliseconds after which memory counts

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished(5000);
}

/// How the same program came up, time after time.
struct Starts
{
    QString program;
    QStringList arguments;
    QList<double> milliseconds;
    QList<double> mebibytes;

    Done once(const XScreen &screen)
    {
        const auto before = screen.windows();
        QProcess process;
        process.setProcessEnvironment(screen.environment());
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        QElapsedTimer timer;
        timer.start();
        process.start(program, arguments);
        while ((screen.windows() - before).isEmpty()) {
            if (timer.elapsed() > patience)
                return refuse(ErrorCode::Storage, u"%1 showed no window within a minute."_s.arg(program));
            QThread::usleep(500);
        }
        milliseconds.append(double(timer.nsecsElapsed()) / 1e6);
        QThread::msleep(idle);
        if (const auto memory = residentMebibytes(process.processId()))
            mebibytes.append(*memory);
        end(process);
        return {};
    }
};

QList<Row> rowsOf(const Starts &ours, const QString &size, const QString &what, double memoryLimit,
                  const std::optional<double> &peers)
{
    return {{.name = u"start-"_s + size,
             .what = u"start to first window, %1"_s.arg(what),
             .unit = u"ms"_s,
             .ours = median(ours.milliseconds),
             .peer = u"KeePassXC"_s,
             .peers = peers,
             .limit = 1},
            {.name = u"memory-"_s + size,
             .what = u"memory 3 s after start, %1"_s.arg(what),
             .unit = u"MiB"_s,
             .ours = median(ours.mebibytes),
             .limit = memoryLimit}};
}

QList<Row> withRemark(QList<Row> rows, const QString &remark)
{
    for (Row &row : rows)
        row.remarks.append(remark);
    return rows;
}

Result<QList<Row>> startWindow(Ground &ground)
{
    if (const QString missing = sentenceAboutMissing(XScreen::programs()); !missing.isEmpty())
        return refuse(ErrorCode::NotFound, missing);
    const auto sample = ground.sampleWorkspace();
    const auto large = ground.largeWorkspace();
    if (!sample || !large)
        return tl::unexpected(sample ? large.error() : sample.error());
    const auto screen = XScreen::open();
    if (!screen)
        return tl::unexpected(screen.error());
    const QString window = QStringLiteral(PLIMSOLL_PROGRAM);
    QList<Starts> all{{window, {*sample}, {}, {}}, {window, {*large}, {}, {}}};
    const QString missing = sentenceAboutMissing({u"keepassxc"_s});
    if (missing.isEmpty())
        all.append({u"keepassxc"_s, {}, {}, {}});
    for (Starts &one : all) { // the first start of each fills caches, and makes the first backup
        Starts warmingUp = one;
        if (const auto started = warmingUp.once(**screen); !started)
            return tl::unexpected(started.error());
    }
    calmDisk();
    for (int run = 0; run < ground.scale().runs; ++run) {
        for (qsizetype turn = 0; turn < all.size(); ++turn) {
            if (const auto started = all[(turn + run) % all.size()].once(**screen); !started)
                return tl::unexpected(started.error());
        }
    }
    const auto peers = all.size() == 3 ? std::optional(median(all.last().milliseconds)) : std::nullopt;
    const auto rows = rowsOf(all[0], u"sample"_s, u"sample"_s, 100, peers) +
                      rowsOf(all[1], u"large"_s, u"%1 systems"_s.arg(ground.scale().systems), 120, peers);
    return missing.isEmpty() ? rows : withRemark(rows, missing);
}

}

Measurement startOfTheWindow()
{
    return {{u"start-sample"_s, u"memory-sample"_s, u"start-large"_s, u"memory-large"_s}, startWindow};
}

}
