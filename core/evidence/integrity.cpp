#include "core/evidence/integrity.h"

#include "core/base/parallel.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/intake.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Integrity)
};

}

Result<Integrity> integrityOf(const EvidenceStore &store, const Fingerprint &fingerprint,
                              const Progress &progress)
{
    auto file = store.openFile(fingerprint.digest);
    if (!file && file.error().code == ErrorCode::NotFound)
        return Integrity::Missing;
    if (!file && file.error().code == ErrorCode::Invalid)
        return Integrity::Replaced;
    if (!file)
        return Integrity::Unreadable;
    const auto stamp = file->stamp();
    if (!stamp)
        return Integrity::Unreadable;
    if (stamp->size != fingerprint.size)
        return Integrity::Changed;
    const auto digest = digestOf(*file, progress);
    if (!digest && digest.error().code == ErrorCode::Cancelled)
        return tl::unexpected(digest.error());
    if (!digest)
        return Integrity::Unreadable;
    return *digest == fingerprint.digest ? Integrity::Unchanged : Integrity::Changed;
}

Result<std::vector<Integrity>> integrityOf(const EvidenceStore &store,
                                           const std::vector<Fingerprint> &fingerprints,
                                           const Progress &progress)
{
    qint64 total = 0;
    for (const auto &fingerprint : fingerprints)
        total += fingerprint.size;

    std::vector<Integrity> found(fingerprints.size(), Integrity::Unreadable);
    const auto checkOne = [&](qsizetype index, SharedProgress &shared) {
        const auto &fingerprint = fingerprints.at(size_t(index));
        qint64 before = 0;
        const auto tell = [&](qint64 done, qint64, const QString &) {
            shared.done += done - before;
            before = done;
            return !shared.cancelled;
        };
        if (const auto integrity = integrityOf(store, fingerprint, tell))
            found.at(size_t(index)) = *integrity;
        shared.done += fingerprint.size - before;
    };
    if (!onEveryCore(qsizetype(fingerprints.size()), checkOne, progress, total,
                     Text::tr("Checking evidence files")))
        return refuse(ErrorCode::Cancelled,
                      Text::tr("Stopped before every file was checked. Check again to be sure."));
    return found;
}

}
