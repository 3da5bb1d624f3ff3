#include "core/delivery/openedpackage.h"

#include "core/base/diskerror.h"
#include "core/base/text.h"
#include "core/delivery/journalplacement.h"
#include "core/delivery/unpacking.h"
#include "core/package/packagereader.h"
#include "core/package/verifier.h"
#include "core/storage/migrations.h"
#include "core/storage/rowplacement.h"
#include "core/storage/transaction.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenedPackage)
};

const QString recordPath = u"data/export/record.json"_s;
const QString logPath = u"data/audit/log.jsonl"_s;
const QString sealedList = u"tagmanifest-sha256.txt"_s;

tl::unexpected<Error> unusable(const QString &path, const QString &why)
{
    return refuse(ErrorCode::Damaged,
                  Text::tr("The package %1 is not read: %2").arg(QDir::toNativeSeparators(path), why));
}

Result<Verification> checkFingerprints(const QString &path, const Progress &progress)
{
    auto verification = verifyList(path, {}, progress);
    if (verification && !verification->isGood())
        return unusable(path, inWords(*verification).join(u' '));
    return verification;
}

/// Makes a database from the package's record and log in `folder`.
Result<UnpackedRecord> unpack(PackageReader &package, const QString &folder, const Progress &progress)
{
    const auto json = package.read(recordPath, longestRecord);
    if (!json)
        return tl::unexpected(json.error());
    auto record = recordFromJson(*json, recordSchema());
    if (!record)
        return tl::unexpected(record.error());
    const QString logFile = folder + u"/log.jsonl"_s;
    if (auto copied = copyOut(package, logPath, logFile); !copied)
        return tl::unexpected(copied.error());
    QFile log(logFile);
    if (!log.open(QIODevice::ReadOnly))
        return tl::unexpected(readingError(logFile, errno, Seen::Before));

    UnpackedRecord unpacked{std::move(*record), {}, folder + u"/workspace.db"_s};
    const auto connection = emptyDatabase(unpacked.database);
    if (!connection)
        return tl::unexpected(connection.error());
    auto transaction = Transaction::begin(**connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto placed = placeRows(**connection, recordSchema(), unpacked.record.rows); !placed)
        return tl::unexpected(placed.error());
    const auto journal = placeJournal(**connection, recordSchema(), log, progress);
    if (!journal)
        return tl::unexpected(journal.error());
    unpacked.journal = *journal;
    if (auto committed = transaction->commit(); !committed)
        return tl::unexpected(committed.error());
    return unpacked;
}

/// A sentence for each of the parts that every package of ours has and this one lacks; nothing of a package
/// that is none of ours.
QStringList missingParts(const PackageReader &package, const Verification &list)
{
    QStringList missing;
    if (!isOurs(package, list))
        return missing;
    for (const QString &part : {recordPath, logPath, sealedList}) {
        if (!package.contains(part))
            missing.append(
                Text::tr("It is a package of Plimsoll's without its %1: somebody took that out.").arg(part));
    }
    return missing;
}

Result<Proof> holdAgainst(const JournalHead &earlier, const QString &database)
{
    const auto connection = Connection::open(database, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    return verifyEarlierHead(**connection, earlier);
}

}

bool looksLikePackage(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return QFileInfo::exists(path + u"/bagit.txt"_s);
    QFile file(path);
    return info.isFile() && file.open(QIODevice::ReadOnly) && file.read(2) == "PK";
}

Result<std::unique_ptr<OpenedPackage>> OpenedPackage::open(const QString &path, const Clock &clock,
                                                           const Progress &progress)
{
    const auto list = checkFingerprints(path, progress);
    if (!list)
        return tl::unexpected(list.error());
    auto package = PackageReader::open(path);
    if (!package)
        return tl::unexpected(package.error());
    if (const auto missing = missingParts(*package, *list); !missing.isEmpty())
        return unusable(path, missing.join(u' '));
    if (!package->contains(recordPath))
        return refuse(
            ErrorCode::Foreign,
            Text::tr("The package %1 holds no record of Plimsoll.").arg(QDir::toNativeSeparators(path)));

    auto temporary = TemporaryFolder::create();
    if (!temporary)
        return tl::unexpected(temporary.error());
    std::unique_ptr<OpenedPackage> opened(new OpenedPackage(path, std::move(*temporary)));
    const QString folder = opened->m_folder->filePath(package->name() + u".plimsoll"_s);
    if (!QDir().mkpath(folder))
        return refuse(ErrorCode::Storage,
                      Text::tr("No temporary folder can be made. Free some space, then try again."));
    auto unpacked = unpack(*package, folder, progress);
    if (!unpacked)
        return tl::unexpected(opened->m_folder->told(unpacked.error()));
    const auto proof = provePackage(*package, *list, *unpacked, progress);
    if (!proof)
        return tl::unexpected(proof.error());
    if (!proof->problems.isEmpty())
        return unusable(path, proof->problems.join(u' '));
    auto workspace = Workspace::open(folder, Workspace::Access::ReadOnly, clock);
    if (!workspace)
        return tl::unexpected(workspace.error());
    auto told = toldAssessments(*list, unpacked->record.rows);
    if (!told)
        return tl::unexpected(told.error());
    opened->m_told = std::move(*told);
    opened->m_seal = list->seal;
    opened->m_catalogue = std::move(unpacked->record.catalogue);
    opened->m_workspace = std::move(*workspace);
    return opened;
}

Result<Verification> verifyList(const QString &path, std::optional<Digest> expectedSeal,
                                const Progress &progress)
{
    auto list = verify(path, progress, expectedSeal);
    if (!list || !list->isGood())
        return list;
    const auto package = PackageReader::open(path);
    if (!package)
        return list;
    list->missing = takenOut(*package, *list);
    for (const QString &part : std::as_const(list->missing))
        list->problems.append(
            Text::tr("Every package of Plimsoll's holds %1. Somebody took that out, with its "
                     "line in the list; ask the sender for the package anew.")
                .arg(part));
    return list;
}

Done OpenedPackage::unpackEvidence(const Progress &progress)
{
    auto package = PackageReader::open(m_path);
    if (!package)
        return tl::unexpected(package.error());
    return plimsoll::unpackEvidence(*package, *m_workspace, progress);
}

std::shared_ptr<TemporaryFolder> OpenedPackage::letGo()
{
    m_workspace.reset();
    return std::move(m_folder);
}

Result<std::optional<PackagedRecord>> verifyPackagedRecord(const Verification &list, const Progress &progress,
                                                           const std::optional<JournalHead> &earlier)
{
    auto package = PackageReader::open(list.path);
    if (!package)
        return std::optional<PackagedRecord>();
    PackagedRecord broken;
    broken.problems = missingParts(*package, list);
    if (!broken.problems.isEmpty())
        return std::optional(broken);
    if (!package->contains(recordPath))
        return std::optional<PackagedRecord>();
    const auto folder = TemporaryFolder::create();
    if (!folder)
        return tl::unexpected(folder.error());
    const auto unpacked = unpack(*package, folder->path(), progress);
    if (!unpacked && unpacked.error().code == ErrorCode::Damaged) {
        broken.problems.append(unpacked.error().message);
        return std::optional(broken);
    }
    if (!unpacked)
        return tl::unexpected(folder->told(unpacked.error()));
    auto proof = provePackage(*package, list, *unpacked, progress);
    if (!proof)
        return tl::unexpected(proof.error());
    if (earlier) {
        const auto led = holdAgainst(*earlier, unpacked->database);
        if (!led)
            return tl::unexpected(led.error());
        proof->earlier = *led;
    }
    return std::optional(std::move(*proof));
}

}
