#include "core/delivery/openedpackage.h"

#include "core/delivery/placement.h"
#include "core/journal/verification.h"
#include "core/package/packagereader.h"
#include "core/package/verifier.h"
#include "core/storage/transaction.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenedPackage)
};

const QString recordPath = u"data/export/record.json"_s;
const QString logPath = u"data/audit/log.jsonl"_s;

tl::unexpected<Error> unusable(const QString &path, const QString &why)
{
    return refuse(ErrorCode::Damaged,
                  Text::tr("The package %1 is not read: %2").arg(QDir::toNativeSeparators(path), why));
}

Done checkFingerprints(const QString &path, const Progress &progress)
{
    const auto verification = verify(path, progress);
    if (!verification)
        return tl::unexpected(verification.error());
    if (!verification->isGood())
        return unusable(path, inWords(*verification).join(u' '));
    return {};
}

/// Copies one file of the package piece by piece: a log is as long as the record's history.
Done copyOut(PackageReader &package, const QString &path, const QString &target)
{
    auto stream = package.stream(path);
    if (!stream)
        return tl::unexpected(stream.error());
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return refuse(ErrorCode::Storage,
                      Text::tr("The journal could not be unpacked: %1.").arg(file.errorString()));
    QByteArray buffer(qsizetype(1) << 20, Qt::Uninitialized);
    while (true) {
        const auto count = (*stream)->read(buffer.data(), buffer.size());
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            return {};
        if (file.write(buffer.constData(), *count) != *count)
            return refuse(ErrorCode::Storage,
                          Text::tr("The journal could not be unpacked: %1.").arg(file.errorString()));
    }
}

struct Unpacked
{
    RecordDocument record;
    JournalExcerpt journal;
    QString database;
};

/// Makes a database from the package's record and log in `folder`.
Result<Unpacked> unpack(PackageReader &package, const QString &folder, const Progress &progress)
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
        return refuse(ErrorCode::Storage,
                      Text::tr("The journal could not be unpacked: %1.").arg(log.errorString()));

    Unpacked unpacked{std::move(*record), {}, folder + u"/workspace.db"_s};
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
    if (auto checked = checkFingerprints(path, progress); !checked)
        return tl::unexpected(checked.error());
    auto package = PackageReader::open(path);
    if (!package)
        return tl::unexpected(package.error());
    if (!package->contains(recordPath) || !package->contains(logPath))
        return refuse(
            ErrorCode::Foreign,
            Text::tr("The package %1 holds no record of Plimsoll.").arg(QDir::toNativeSeparators(path)));

    auto temporary = TemporaryFolder::create();
    if (!temporary)
        return tl::unexpected(temporary.error());
    std::unique_ptr<OpenedPackage> opened(new OpenedPackage(std::move(*temporary)));
    const QString folder = opened->m_folder.filePath(package->name() + u".plimsoll"_s);
    if (!QDir().mkpath(folder))
        return refuse(ErrorCode::Storage,
                      Text::tr("No temporary folder can be made. Free some space, then try again."));
    auto unpacked = unpack(*package, folder, progress);
    if (!unpacked)
        return tl::unexpected(unpacked.error());
    auto workspace = Workspace::open(folder, Workspace::Access::ReadOnly, clock);
    if (!workspace)
        return tl::unexpected(workspace.error());
    opened->m_catalogue = std::move(unpacked->record.catalogue);
    opened->m_workspace = std::move(*workspace);
    return opened;
}

Result<std::optional<PackagedRecord>> verifyPackagedRecord(const QString &path, const Progress &progress)
{
    auto package = PackageReader::open(path);
    if (!package || !package->contains(recordPath) || !package->contains(logPath))
        return std::optional<PackagedRecord>();
    const auto folder = TemporaryFolder::create();
    if (!folder)
        return tl::unexpected(folder.error());
    PackagedRecord found;
    const auto unpacked = unpack(*package, folder->path(), progress);
    if (!unpacked && unpacked.error().code == ErrorCode::Damaged) {
        found.problems.append(unpacked.error().message);
        return std::optional(found);
    }
    if (!unpacked)
        return tl::unexpected(unpacked.error());
    const auto connection = Connection::open(unpacked->database, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = verifyRows(**connection, recordSchema(), progress);
    if (!rows)
        return tl::unexpected(rows.error());
    found.journal = unpacked->journal;
    found.rows = rows->checked;
    if (!rows->holds)
        found.problems.append(rows->statement);
    return std::optional(found);
}

}
