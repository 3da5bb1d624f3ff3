#include "core/delivery/reportfile.h"

#include "core/base/atomicfile.h"

#include <QFile>

namespace plimsoll {

namespace {

/// A device does not keep why it refused: the disk says so again to whoever asks for a little more.
Error reasonOf(AtomicFile &file, const Error &refusal)
{
    constexpr qsizetype more = 64 * 1024; // bytes; a few would still find room in a block that is begun
    if (refusal.code != ErrorCode::Storage)
        return refusal;
    const auto asked = file.write(QByteArray(more, '\0'));
    return asked ? refusal : asked.error();
}

}

Result<ReportFacts> writeReportFile(const AuditReport &report, const QString &path, const Clock &clock,
                                    const Progress &progress)
{
    auto file = AtomicFile::create(path);
    const auto device = file ? file->device() : tl::unexpected(file.error());
    if (!device)
        return tl::unexpected(device.error());
    auto facts = writeAuditReport(report, **device, clock, progress);
    if (!facts)
        return tl::unexpected(reasonOf(*file, facts.error()));
    if (auto committed = file->commit(); !committed)
        return tl::unexpected(committed.error());
    return facts;
}

}
