#include "core/evidence/evidencestore.h"

#include "core/base/diskerror.h"
#include "core/base/filesystemsync.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/evidence/arrivals.h"
#include "core/evidence/chosenpath.h"
#include "core/evidence/intake.h"
#include "core/evidence/integrity.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMimeDatabase>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceStore)
};

/// Whether the name ends like a version ("SHA256SUMS-2.1"), which names no format, though sections of manuals
/// end so too.
bool endsInANumber(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix();
    return !suffix.isEmpty() &&
           std::ranges::all_of(suffix, [](QChar character) { return character.isDigit(); });
}

/// Of a text whose name says nothing, such as SHA256SUMS, a few first characters are no proof of a format.
QString mediaTypeOf(const QString &fileName, const QByteArray &beginning)
{
    const QMimeDatabase known;
    const bool isNamed = !endsInANumber(fileName) && !known.mimeTypesForFileName(fileName).isEmpty();
    const QString guessed =
        (isNamed ? known.mimeTypeForFileNameAndData(fileName, beginning) : known.mimeTypeForData(beginning))
            .name();
    if (guessed.isEmpty())
        return u"application/octet-stream"_s;
    return guessed.startsWith("text/"_L1) && !isNamed ? u"text/plain"_s : guessed;
}

tl::unexpected<Error> stopped()
{
    return refuse(ErrorCode::Cancelled, Text::tr("Stopped. Nothing was kept."));
}

bool isLink(const QFileInfo &place)
{
    return place.isSymLink() || place.isJunction();
}

tl::unexpected<Error> refuseLink(const QString &folder)
{
    return refuse(
        ErrorCode::Invalid,
        Text::tr("%1 is a link, where the evidence has a folder of its own. Put the folder itself in "
                 "its place, then try again.")
            .arg(withVisibleControls(QDir::toNativeSeparators(folder))));
}

qint64 bytesIn(const QStringList &files)
{
    qint64 total = 0;
    for (const QString &file : files)
        total += QFileInfo(file).size();
    return total;
}

}

/// A file that is whole but has no name in the store yet.
struct EvidenceStore::Arrived
{
    StoredFile file;
    QString waitingAt;
};

EvidenceStore::EvidenceStore(const QString &folder)
    : m_folder(QDir(folder).absolutePath())
{
}

QString EvidenceStore::pathOf(const Digest &digest) const
{
    const QString hex = digest.hex();
    return m_folder + u'/' + hex.first(2) + u'/' + hex.sliced(2);
}

bool EvidenceStore::isLinked(const Digest &digest) const
{
    const QFileInfo place(pathOf(digest));
    return isLink(place) || isLink(QFileInfo(place.path()));
}

Result<DiskFile> EvidenceStore::openFile(const Digest &digest) const
{
    auto stored = DiskFile::openToRead(pathOf(digest));
    if (stored && isLinked(digest))
        return refuseLink(QFileInfo(pathOf(digest)).path());
    return stored;
}

Result<std::unique_ptr<QIODevice>> EvidenceStore::open(const Digest &digest) const
{
    auto stored = openFile(digest);
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return tl::unexpected(readingError(pathOf(digest), ENOENT, Seen::Before));
    if (!stored)
        return tl::unexpected(stored.error());
    auto device = std::make_unique<QFile>(stored->path());
    if (!device->open(stored->release(), QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return tl::unexpected(readingError(stored->path(), EIO));
    return device;
}

Result<std::unique_ptr<Arrivals>> EvidenceStore::openArrivals() const
{
    if (QFileInfo::exists(m_folder))
        return Arrivals::open(m_folder);
    errno = 0;
    if (!QDir().mkpath(m_folder))
        return tl::unexpected(writingError(m_folder, errno));
    if (const auto synced = syncFolder(QFileInfo(m_folder).absolutePath()); !synced)
        return tl::unexpected(synced.error());
    return Arrivals::open(m_folder);
}

Result<std::unique_ptr<Arrivals>> EvidenceStore::beAtWork() const
{
    return openArrivals();
}

Result<EvidenceStore::Arrived> EvidenceStore::receive(const Coming &coming, Arrivals &arrivals,
                                                      Durable durable) const
{
    auto target = DiskFile::create(arrivals.nextPath(), Text::tr("the copy of %1 in %2")
                                                            .arg(withVisibleControls(coming.fileName),
                                                                 QDir::toNativeSeparators(m_folder)));
    if (!target)
        return tl::unexpected(target.error());
    auto intake = coming.copyTo(*target);
    auto kept = intake ? target->makeReadOnly() : Done(tl::unexpected(intake.error()));
    if (kept && durable == Durable::AtOnce)
        kept = target->sync();
    else if (kept)
        target->startSync();
    if (!kept) {
        QFile::remove(target->path());
        return tl::unexpected(kept.error());
    }

    Arrived arrived{{intake->digest, intake->size, mediaTypeOf(coming.fileName, intake->beginning),
                     coming.fileName, Arrival::New},
                    target->path()};
    // An equal file is read in full: while good bytes are at hand is the time to find it damaged.
    const auto before = integrityOf(*this, Fingerprint{intake->digest, intake->size});
    if (before && *before == Integrity::Unchanged)
        arrived.file.arrival = Arrival::AlreadyThere;
    else if (before && *before != Integrity::Missing)
        arrived.file.arrival = Arrival::Repaired;
    return arrived;
}

Result<EvidenceStore::Arrived> EvidenceStore::receive(const QString &source, Arrivals &arrivals,
                                                      Durable durable, const Progress &progress) const
{
    const auto meant = meantBy(source);
    if (!meant)
        return tl::unexpected(meant.error());
    const auto copy = [&](DiskFile &target) -> Result<Intake> {
        auto intake = copyHashed(*meant, target, progress);
        if (intake && intake->size == 0)
            return refuse(ErrorCode::Invalid,
                          Text::tr("%1 is empty, so it shows nothing. Choose a file that holds something.")
                              .arg(withVisibleControls(QDir::toNativeSeparators(source))));
        return intake;
    };
    return receive({QFileInfo(source).fileName(), copy}, arrivals, durable);
}

Done EvidenceStore::place(const Arrived &arrived) const
{
    if (arrived.file.arrival == Arrival::AlreadyThere)
        return {};
    const QString place = pathOf(arrived.file.digest);
    const QFileInfo folder(QFileInfo(place).path());
    if (isLink(folder))
        return refuseLink(folder.filePath());
    errno = 0;
    if (!folder.exists() && !QDir().mkpath(folder.filePath()))
        return tl::unexpected(writingError(folder.filePath(), errno));
    return moveFile(arrived.waitingAt, place);
}

Done EvidenceStore::syncNames(const QSet<QString> &folders) const
{
    for (const QString &folder : folders)
        if (auto synced = syncFolder(folder); !synced)
            return synced;
    return syncFolder(m_folder);
}

Result<StoredFile> EvidenceStore::keep(const Result<Arrived> &arrived) const
{
    if (!arrived)
        return tl::unexpected(arrived.error());
    if (const auto placed = place(*arrived); !placed)
        return tl::unexpected(placed.error());
    if (const auto synced = syncNames({QFileInfo(pathOf(arrived->file.digest)).path()}); !synced)
        return tl::unexpected(synced.error());
    return arrived->file;
}

Result<StoredFile> EvidenceStore::store(const QString &sourceFile, const Progress &progress) const
{
    const auto arrivals = openArrivals();
    if (!arrivals)
        return tl::unexpected(arrivals.error());
    return keep(receive(sourceFile, **arrivals, Durable::AtOnce, progress));
}

Result<StoredFile> EvidenceStore::storeBytes(QByteArrayView bytes, const QString &fileName) const
{
    const auto arrivals = openArrivals();
    if (!arrivals)
        return tl::unexpected(arrivals.error());
    const auto copy = [bytes](DiskFile &target) {
        return writeHashed(bytes, target);
    };
    return keep(receive({fileName, copy}, **arrivals, Durable::AtOnce));
}

Result<std::vector<StoreOutcome>> EvidenceStore::storeMany(const QStringList &sourceFiles, Arrivals &atWork,
                                                           const Progress &progress) const
{
    auto together = FileSystemSync::open(m_folder);
    if (!together)
        return tl::unexpected(together.error());

    std::vector<Result<Arrived>> arrived(size_t(sourceFiles.size()), stopped());
    const auto receiveOne = [&](qsizetype index, SharedProgress &shared) {
        qint64 before = 0;
        const auto tell = [&](qint64 done, qint64, const QString &) {
            shared.done += done - before;
            before = done;
            return !shared.cancelled;
        };
        const auto durable = FileSystemSync::isAvailable() ? Durable::Later : Durable::AtOnce;
        arrived.at(size_t(index)) = receive(sourceFiles.at(index), atWork, durable, tell);
    };
    const qint64 total = bytesIn(sourceFiles);
    if (!onEveryCore(sourceFiles.size(), receiveOne, progress, total, Text::tr("Copying files")) ||
        !progress(total, total, Text::tr("Waiting for the disk")))
        return stopped();
    if (const auto synced = together->wait(); !synced)
        return tl::unexpected(synced.error());
    if (const auto announced = announce(arrived, atWork); !announced)
        return tl::unexpected(announced.error());
    return keepTogether(sourceFiles, std::move(arrived), *together);
}

Done EvidenceStore::announce(const std::vector<Result<Arrived>> &arrived, Arrivals &atWork)
{
    QList<Digest> coming;
    for (const auto &one : arrived) {
        if (one && one->file.arrival == Arrival::New)
            coming.append(one->file.digest);
    }
    return atWork.announce(coming);
}

Result<std::vector<StoreOutcome>> EvidenceStore::keepTogether(const QStringList &sourceFiles,
                                                              std::vector<Result<Arrived>> arrived,
                                                              FileSystemSync &together) const
{
    std::vector<StoreOutcome> outcomes;
    QSet<QString> folders;
    QSet<QString> names;
    for (size_t index = 0; index < arrived.size(); ++index) {
        auto &one = arrived.at(index);
        outcomes.push_back({sourceFiles.at(qsizetype(index)), refuse(ErrorCode::Storage, {})});
        auto &outcome = outcomes.back().stored;
        if (!one) {
            outcome = tl::unexpected(one.error());
            continue;
        }
        const QString place = pathOf(one->file.digest);
        if (names.contains(place))
            one->file.arrival = Arrival::AlreadyThere;
        if (const auto placed = this->place(*one); !placed) {
            outcome = tl::unexpected(placed.error());
            continue;
        }
        names.insert(place);
        folders.insert(QFileInfo(place).path());
        outcome = one->file;
    }
    const auto synced = FileSystemSync::isAvailable() ? together.wait() : syncNames(folders);
    if (!synced)
        return tl::unexpected(synced.error());
    return outcomes;
}

}
