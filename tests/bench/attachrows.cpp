#include "core/base/digest.h"
#include "core/workspace/attaching.h"
#include "tests/bench/beside.h"
#include "tests/bench/hashfloor.h"
#include "tests/bench/measurements.h"
#include "tests/bench/medians.h"
#include "tests/bench/programs.h"

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

/// Attaches the files in a new workspace, which is put away again.
Result<double> attachAnew(const QStringList &files, Ground &ground)
{
    const QString folder = ground.path(u"attach.plimsoll"_s);
    ground.putAway(folder);
    auto place = OneSystem::make(folder, ground.clock());
    if (!place)
        return tl::unexpected(place.error());
    const ItemOfAssessment item{place->assessment.id, u"5.1.1-1"_s};
    QList<Attachment> attachments;
    for (const QString &file : files)
        attachments.append({file, {}, {item}});
    calmDisk();
    const auto took = secondsOf([&]() -> Done {
        const auto attached = attach(*place->workspace, attachments);
        if (!attached)
            return tl::unexpected(attached.error());
        if (!attached->refused.isEmpty())
            return refuse(ErrorCode::Storage, attached->refused.first().reason);
        return {};
    });
    place->workspace.reset();
    ground.putAway(folder);
    return took;
}

/// cp, and sync of what it wrote.
Result<double> copyDurably(const QString &from, const QStringList &how, Ground &ground)
{
    const QString to = ground.path(u"copies"_s);
    ground.putAway(to);
    calmDisk();
    const auto copied = secondsOfRun(u"cp"_s, how + QStringList{from, to});
    const auto synced =
        copied ? secondsOfRun(u"sync"_s, how.isEmpty() ? QStringList{to} : QStringList{}) : copied;
    ground.putAway(to);
    return synced ? Result<double>(*copied + *synced) : synced;
}

Result<QList<Row>> attachLarge(Ground &ground)
{
    const auto file = ground.largeFile();
    if (!file)
        return tl::unexpected(file.error());
    double highest = 0;
    const Attempt ours = [&] {
        const MemoryRise rise;
        auto took = attachAnew({*file}, ground);
        highest = std::max(highest, rise.mebibytes().value_or(0));
        return took;
    };
    const auto medians =
        mediansByTurns(ground.scale().runs, {ours, [&] { return copyDurably(*file, {}, ground); },
                                             [&] {
                                                 return secondsToHash({*file});
                                             }});
    if (!medians)
        return tl::unexpected(medians.error());
    const double copying = medians->at(1);
    const double hashing = medians->at(2);
    const QString size = u"%1 MiB"_s.arg(ground.scale().bytes >> 20);
    return QList<Row>{{.name = u"attach-large"_s,
                       .what = u"attach %1, durable"_s.arg(size),
                       .unit = u"s"_s,
                       .ours = medians->at(0),
                       .peer = copying > hashing ? u"cp + fsync"_s : u"EVP"_s,
                       .peers = std::max(copying, hashing),
                       .limit = 1.15,
                       .remarks = {u"cp + fsync %1 s, hashing with EVP %2 s."_s.arg(copying, 0, 'f', 2)
                                       .arg(hashing, 0, 'f', 2)}},
                      {.name = u"attach-memory"_s,
                       .what = u"memory above where it stood before"_s,
                       .unit = u"MiB"_s,
                       .ours = highest,
                       .limit = 64}};
}

Result<QList<Row>> attachMany(Ground &ground)
{
    const auto folder = ground.manyFiles();
    if (!folder)
        return tl::unexpected(folder.error());
    const QStringList files = filesIn(*folder);
    const auto copyAndHash = [&]() -> Result<double> {
        const auto copied = copyDurably(*folder, {u"-r"_s}, ground);
        const auto hashed = secondsOfRun(u"openssl"_s, QStringList{u"dgst"_s, u"-sha256"_s} + files);
        if (!copied || !hashed)
            return copied ? hashed : copied;
        return *copied + *hashed;
    };
    const auto row = besidePeer(
        {.name = u"attach-many"_s,
         .what = u"attach %1 files of 200 KB, durable"_s.arg(files.size()),
         .unit = u"s"_s,
         .peer = u"cp -r + sync, openssl"_s,
         .limit = 1.2},
        ground.scale().runs, [&] { return attachAnew(files, ground); }, {u"openssl"_s}, copyAndHash);
    if (!row)
        return tl::unexpected(row.error());
    return QList<Row>{*row};
}

}

Measurement attachingALargeFile()
{
    return {{u"attach-large"_s, u"attach-memory"_s}, attachLarge};
}

Measurement attachingManyFiles()
{
    return {{u"attach-many"_s}, attachMany};
}

}
