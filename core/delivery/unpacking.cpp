#include "core/delivery/unpacking.h"

#include "core/base/diskerror.h"
#include "core/base/filebuffer.h"
#include "core/delivery/packageproof.h"
#include "core/evidence/evidence.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/filechecks.h"
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Unpacking)
};

/// A file of the package that is to become a stored one.
struct Packed
{
    PackagedFile file;
    Digest digest;
};

/// One for each content that the record names.
Result<QList<Packed>> namedFiles(PackageReader &package, const Workspace &workspace)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto evidence = Repository<Evidence>(**reader).all();
    const auto digests = payloadDigests(package);
    if (!evidence || !digests)
        return tl::unexpected(evidence ? digests.error() : evidence.error());
    QSet<Digest> wanted;
    for (const Evidence &piece : *evidence) {
        if (piece.digest)
            wanted.insert(*piece.digest);
    }
    QList<Packed> found;
    for (const PackagedFile &file : package.files()) {
        const auto digest = Digest::fromHex(QString::fromLatin1(digests->value(file.path).toHex()));
        if (digest && wanted.remove(*digest))
            found.append({file, *digest});
    }
    return found;
}

}

Result<Digest> copyOut(PackageReader &package, const QString &path, const QString &target,
                       const Progress &progress)
{
    auto stream = package.stream(path);
    if (!stream)
        return tl::unexpected(stream.error());
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(writingError(target, errno));
    FileBuffer buffer(qsizetype(1) << 20);
    Hasher hasher;
    while (true) {
        if (!progress(file.pos(), 0, path))
            return refuse(ErrorCode::Cancelled, Text::tr("Stopped. Nothing of the package was kept."));
        const auto count = (*stream)->read(buffer.data(), buffer.size());
        if (!count)
            return tl::unexpected(count.error());
        const bool isWritten = *count == 0 ? file.flush() : file.write(buffer.constData(), *count) == *count;
        if (!isWritten)
            return tl::unexpected(writingError(target, errno));
        if (*count == 0)
            return hasher.finish();
        hasher.add(QByteArrayView(buffer.constData(), *count));
    }
}

Done unpackEvidence(PackageReader &package, const Workspace &workspace, const Progress &progress)
{
    const auto files = namedFiles(package, workspace);
    if (!files)
        return tl::unexpected(files.error());
    qint64 total = 0;
    for (const Packed &packed : *files)
        total += packed.file.size;
    const EvidenceStore store(workspace.evidenceFolder());
    qint64 before = 0;
    FileChecks checks;
    for (const Packed &packed : *files) {
        const QString target = store.pathOf(packed.digest);
        if (!QDir().mkpath(QFileInfo(target).path()))
            return tl::unexpected(writingError(target, errno));
        const auto copied =
            copyOut(package, packed.file.path, target, [&](qint64 done, qint64, const QString &step) {
                return progress(before + done, total, step);
            });
        if (!copied)
            return tl::unexpected(copied.error());
        if (*copied != packed.digest)
            return refuse(ErrorCode::Damaged,
                          Text::tr("%1 was changed while the package was being read. Check the package anew.")
                              .arg(packed.file.path));
        before += packed.file.size;
        checks.insert(packed.digest, {Integrity::Unchanged, workspace.clock().now()});
    }
    return checks.isEmpty() ? Done() : keepChecks(store, checks);
}

}
